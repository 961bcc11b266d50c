/**
 * Characters that would steer a terminal or turn text round instead of being shown: control characters but for tab and
 * line feed, and the marks that change the direction of writing.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const steering = /[\0-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** The same, with tab and line feed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const notPlain = /[\0-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

/** True where a text can be printed as it is, on one line. */
export const isPlain = (text: string): boolean => !notPlain.test(text);

/** Text from a file as it may be printed: each character that steers becomes one that is seen. */
export const printable = (text: string): string => text.replace(steering, '\uFFFD');

/** As `printable`, on one line. */
export const printableLine = (text: string): string =>
  isPlain(text) ? text : printable(text.replace(/\r?\n|[\r\t]/g, ' '));

/** JSON that is safe to print: what it must not escape, but a terminal would act on, is escaped too. */
export const printableJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    steering,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
