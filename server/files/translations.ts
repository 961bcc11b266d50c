import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Translations } from '../l10n';

/** Stands beside the folder of the bundle. */
const folder = path.join(__dirname, '..', 'l10n');

/**
 * The translations for a language such as `ja`, `pt-BR` or `de_DE.UTF-8`: those of the region, else those of the language,
 * else none.
 */
export function translationsFor(language: string): Translations {
  const [name = ''] = language.toLowerCase().replaceAll('_', '-').split(/[.@]/);
  for (const known of [name, name.split('-')[0] ?? '']) {
    if (!/^[a-z]{2,3}(-[a-z0-9]+)*$/.test(known)) continue;
    try {
      return JSON.parse(readFileSync(path.join(folder, `bundle.l10n.${known}.json`), 'utf8'));
    } catch {
      // There is none.
    }
  }
  return {};
}

/** The translations for the language of the terminal. */
export function translationsOfTerminal(): Translations {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return translationsFor(LC_ALL || LC_MESSAGES || LANG || '');
}
