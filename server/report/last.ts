/** A function that remembers the last thing it was asked about: of one file or line much is asked in a row. */
export function rememberingLast<Asked, Value>(work: (asked: Asked) => Value): (asked: Asked) => Value {
  let last: { readonly asked: Asked; readonly value: Value } | undefined;
  return (asked) => {
    if (last?.asked !== asked) last = { asked, value: work(asked) };
    return last.value;
  };
}
