import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');

interface Import {
  readonly file: string;
  /** A path from the root for files of ours, else the name of the package. */
  readonly target: string;
  readonly isType: boolean;
}

const sources = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true })
    .map((file) => path.posix.join(folder, String(file)))
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'));

const statement =
  /(?:^|[^.\w])(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|(?:import|require)\(\s*['"]([^'"]+)['"]/gm;

function importsOf(file: string): Import[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  return [...text.matchAll(statement)].map(([, type, from, called]) => {
    const name = from ?? called ?? '';
    const target = name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name;
    return { file, target, isType: type !== undefined };
  });
}

const importsIn = (folder: string): Import[] => sources(folder).flatMap(importsOf);

const isIn = (folder: string, target: string): boolean => target.startsWith(`${folder}/`);

/** Imports that break a rule, as text. */
const breaking = (imports: readonly Import[], isRight: (one: Import) => boolean): string[] =>
  imports.filter((one) => !isRight(one)).map(({ file, target }) => `${file} imports ${target}`);

/** Files of one rule each, as scripts/registry.mjs lists them. */
const isRule = (file: string): boolean =>
  /^rules\/(?:common|dockerfile|kubernetes|workspace)\//.test(file) && !file.includes('/model/');

describe('imports point one way', () => {
  test('there are imports to look at', () => {
    for (const folder of ['client', 'server', 'rules']) expect(importsIn(folder).length).toBeGreaterThan(10);
    expect(importsOf('rules/linter.ts').map(({ target }) => target)).toContain('rules/registry');
  });

  test('the client speaks with the server by protocol only', () => {
    expect(
      breaking(importsIn('client'), ({ target }) => !isIn('server', target) && !isIn('rules', target)),
    ).toEqual([]);
  });

  test('the server knows no client and no editor', () => {
    const isRight = ({ target }: Import): boolean =>
      !isIn('client', target) &&
      !isIn('test', target) &&
      target !== 'vscode' &&
      !target.startsWith('vscode-languageclient');
    expect(breaking(importsIn('server'), isRight)).toEqual([]);
  });

  test('only the entry for Node.js, the command line and what serves it use Node.js', () => {
    const usesNode = /^server\/(?:node|node-host|(?:cli|files|report)\/.+)\.ts$/;
    const isRight = ({ file, target }: Import): boolean =>
      usesNode.test(file) || !/^(?:node:|fs$|path$|vscode-languageserver\/node$)/.test(target);
    expect(breaking(importsIn('server'), isRight)).toEqual([]);
  });

  test('the rules are a library of their own: no editor, no Node.js, few packages', () => {
    const packages = ['yaml', 'unbash'];
    const typesOnly = ['kubernetes-types', 'vscode-languageserver-types'];
    const isRight = ({ target, isType }: Import): boolean =>
      isIn('rules', target) ||
      packages.includes(target) ||
      (isType && typesOnly.some((name) => target === name || isIn(name, target)));
    expect(breaking(importsIn('rules'), isRight)).toEqual([]);
  });

  test('a rule imports no other rule, and nothing but the registry imports rules', () => {
    const isRight = ({ file, target }: Import): boolean =>
      file.startsWith('rules/registry') || !isRule(`${target}.ts`) || target.endsWith('.json');
    expect(breaking(importsIn('rules'), isRight)).toEqual([]);
    expect(breaking(importsIn('server'), isRight)).toEqual([]);
  });
});
