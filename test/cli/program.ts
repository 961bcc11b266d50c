import { spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { rules } from '../../rules/index';
import { buildOne } from '../../scripts/build.mjs';

const folders: string[] = [];

function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'seaworthy-cli-')));
  folders.push(folder);
  return folder;
}

export const root = path.join(import.meta.dirname, '..', '..');

const home = temporaryFolder();
/** The command line of this suite, bundled as it is delivered. */
export const program = path.join(home, 'dist', 'cli.js');

beforeAll(async () => {
  await buildOne('cli', program);
  cpSync(path.join(root, 'package.json'), path.join(home, 'package.json'));
  // One test runs the program as another user.
  chmodSync(home, 0o755);
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder with files in it, by path. */
export function project(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Options {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly uid?: number;
}

/** Runs the program to its end. */
export function run(args: readonly string[], { cwd = root, input, env, uid }: Options = {}): Promise<Run> {
  const child = spawn(process.execPath, [program, ...args], {
    cwd,
    env: { ...plainEnvironment, ...env },
    timeout: 30_000,
    ...(uid !== undefined && { uid }),
  });
  child.stdin.end(input ?? '');
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
    );
  });
}

const { FORCE_COLOR: _, NO_COLOR: __, ...environment } = process.env;
const plainEnvironment = { ...environment, LC_ALL: 'C' };

/** The headlines of a report for people. */
export const headlines = ({ stdout }: Run): string[] =>
  stdout.split('\n').filter((line) => /: (?:error|warning|info): .* \[[\w-]+\]$/.test(line));

/** Rule ids with the files that they speak of, sorted. */
export const found = (result: Run): string[] =>
  headlines(result)
    .map((line) => line.replace(/^(.*?):\d+:\d+: .* (\[[\w-]+\])$/, '$1 $2'))
    .sort();

/** A configuration in which only some rules speak, so that new rules change no test. */
export const only = (...ids: readonly string[]): string =>
  `rules:\n${rules.map(({ id, severity }) => `  ${id}: ${ids.includes(id) ? severity : 'off'}\n`).join('')}`;

/** A pod of whose container `privileged-container` speaks. */
export const privilegedPod = `apiVersion: v1
kind: Pod
metadata:
  name: a
spec:
  containers:
    - name: one
      image: example.com/one:1
      securityContext:
        privileged: true
`;

const object = 'apiVersion: example.com/v1\nkind: Thing\nmetadata:\n  name: a\n';

/** Files with exactly one finding of a severity, or none, whatever rules come. */
export const clean = object;
export const withWarning = `# seaworthy-ignore-file no-such-rule\n${object}`;
export const withInfo = `# seaworthy-ignore-file privileged-container\n${object}`;
export const withError = 'apiVersion: example.com/v1\nkind: Thing\nmetadata: {name: a\n';
