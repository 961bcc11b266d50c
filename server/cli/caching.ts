import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from '../files/cache-folder';
import { hashOf } from '../files/hash';
import { version } from './about';

/** With fewer files than this, asking a cache takes longer than linting them. */
export const minForCache = 30;

/** A folder for things that can be made again. */
export const ownFolder = (name: 'audits' | 'runs'): string =>
  path.join(cacheFolder(process.env, process.platform), name);

/** Another one wherever anything of the program or the rules is another. */
export const programStamp = (): string =>
  hashOf(
    [__filename, path.join(__dirname, 'rules.js')]
      .map((file) => hashOf(readFileSync(file)))
      .concat(version(), process.version)
      .join(' '),
  );
