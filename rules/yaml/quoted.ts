/**
 * The end of the quoted scalar that begins at an offset, behind its closing quote; undefined where it is not closed. A
 * loop, since a regular expression runs out of stack in a scalar of some megabytes.
 */
export function quotedEnd(text: string, start: number): number | undefined {
  return text[start] === "'" ? singleQuotedEnd(text, start + 1) : doubleQuotedEnd(text, start + 1);
}

function singleQuotedEnd(text: string, from: number): number | undefined {
  for (let at = text.indexOf("'", from); at >= 0; at = text.indexOf("'", at + 2))
    if (text[at + 1] !== "'") return at + 1;
  return undefined;
}

function doubleQuotedEnd(text: string, from: number): number | undefined {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    let before = at;
    while (before > from && text[before - 1] === '\\') before -= 1;
    if ((at - before) % 2 === 0) return at + 1;
  }
  return undefined;
}
