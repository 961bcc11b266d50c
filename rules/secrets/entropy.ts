/** Shannon entropy of a text, in bits a character. */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

const hex = /^[0-9a-f]+$/i;
const base64 = /^[\w+/=-]+$/;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** True for a text that no person thought of: a random key in hexadecimal or base64. */
export function looksRandom(text: string): boolean {
  if (text.length < 20 || text.length > 4096 || uuid.test(text)) return false;
  if (hex.test(text)) return text.length >= 32 && entropyOf(text) > 3;
  const isMixed = /[0-9]/.test(text) && /[a-z]/.test(text) && /[A-Z]/.test(text);
  return base64.test(text) && isMixed && entropyOf(text) > 4;
}
