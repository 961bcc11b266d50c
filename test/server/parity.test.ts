import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { URI } from 'vscode-uri';
import { buildOne } from '../../scripts/build.mjs';
import { serverFile } from './build';
import { startClient } from './client';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const delivered = path.dirname(serverFile);
const cliFile = path.join(delivered, 'dist', 'cli.js');

beforeAll(async () => {
  await buildOne('cli', cliFile);
  cpSync(path.join(root, 'package.json'), path.join(delivered, 'package.json'));
});

interface Audited {
  readonly findings: readonly {
    readonly rule: string;
    readonly file: string;
    readonly message: string;
    readonly range: Record<'start' | 'end', { readonly line: number; readonly column: number }>;
  }[];
}

test('the editor and the terminal find the same, at the same places', async () => {
  const client = await startClient();
  cpSync(path.join(root, 'test', 'samples'), client.root, { recursive: true });
  await client.touch(['.', 'created']);
  const { items } = await client.audit();
  const inEditor = items.flatMap((item) =>
    (item.kind === 'full' ? item.items : []).map(({ range, code, message }) => {
      const file = path.relative(client.root, URI.parse(item.uri).fsPath);
      const { start, end } = range;
      return `${file}:${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1} ${code} ${message}`;
    }),
  );
  const { stdout } = spawnSync(process.execPath, [cliFile, 'audit', '--format', 'json'], {
    cwd: client.root,
    encoding: 'utf8',
  });
  const { findings } = JSON.parse(stdout) as Audited;
  const inTerminal = findings.map(
    ({ file, range: { start, end }, rule, message }) =>
      `${file}:${start.line}:${start.column}-${end.line}:${end.column} ${rule} ${message}`,
  );
  expect(inEditor.length).toBeGreaterThan(20);
  expect(inEditor.sort()).toEqual(inTerminal.sort());
  await client.stop();
});
