/** Longer texts are seldom seen again. */
const maxLength = 120;

const maxTexts = 2000;

/**
 * A function of a text that remembers what it has given: the names and words of a project come again and again. It forgets
 * all of it when it is full, so that it holds little.
 */
export function remembered<Value>(work: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (text) => {
    const before = known.get(text);
    if (before) return before.value;
    const value = work(text);
    if (text.length > maxLength) return value;
    if (known.size >= maxTexts) known.clear();
    known.set(copyOf(text), { value });
    return value;
  };
}

/** A longer piece of a file would hold the whole file in memory; V8 copies pieces that are shorter than this itself. */
const copyOf = (text: string): string => (text.length < 13 ? text : text.split('').join(''));
