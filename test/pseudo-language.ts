import { bundle } from '../scripts/l10n.mjs';

/** A language of brackets, which has every text that is in the bundle: what is shown without brackets cannot be translated. */
export async function pseudoLanguage(): Promise<Record<string, string>> {
  const texts = Object.keys(JSON.parse(await bundle()) as Record<string, string>);
  return Object.fromEntries(texts.map((text) => [text, `⟦${text}⟧`]));
}

/** The words of a text that stand outside of all brackets; ids, code, addresses and what is between quotes are no words. */
export function untranslated(text: string): string[] {
  let rest = text.replaceAll(/\]\([^)]*\)|https?:[^\s⟦⟧]+/g, '');
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replaceAll(/⟦[^⟦⟧]*⟧/g, '');
  }
  return rest.replaceAll(/`[^`]*`/g, '').match(/(?<![\w./-])\p{L}{3,}(?![\w./-])/gu) ?? [];
}
