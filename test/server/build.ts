import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { buildOne } from '../../scripts/build.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-server-'));

/** The server of this suite, bundled as it is delivered. */
export const serverFile = path.join(folder, 'language-server.js');

beforeAll(() => buildOne('language-server', serverFile));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
