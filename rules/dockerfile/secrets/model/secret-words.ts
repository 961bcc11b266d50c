/** Names that BuildKit takes for secrets: one of the words, alone or with others before and behind it. */
const words = /(?:_|^)(?:apikey|auth|credentials?|key|password|pword|passwd|secret|token)(?:_|$)/i;

/** @param allowed words that make a name harmless. */
export const hasSecretWord = (name: string, allowed: readonly string[]): boolean =>
  words.test(name) && !new RegExp(`(?:_|^)(?:${allowed.join('|')})(?:_|$)`, 'i').test(name);
