import * as l10n from '@vscode/l10n';
import { type Message, render, say } from '../rules/index';

/** Texts by their English ones, as in `l10n/bundle.l10n.LANGUAGE.json`. */
export type Translations = Readonly<Record<string, string>>;

/** From now on texts are in a language. What it lacks stays English. */
export function speak(translations: Translations): void {
  l10n.config({ contents: { ...translations } });
  known.clear();
}

/** Texts that were looked up. */
const known = new Map<string, string>();

/** A whole text in the person's language: a title or a reason that a rule has of itself. */
export function translated(text: string): string {
  let shown = known.get(text);
  if (shown === undefined) {
    shown = l10n.t(text);
    known.set(text, shown);
  }
  return shown;
}

/** What was found or is to be done, in the person's language. */
export const shown = (message: Message): string => render(message, translated);

/** A text of our own, in the person's language: t`Ignore ${rule} for this line`. */
export const t = (parts: TemplateStringsArray, ...args: readonly (string | number)[]): string =>
  shown(say(parts, ...args));
