import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type AnyNode, parse } from 'acorn';
import { full } from 'acorn-walk';
import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '..', '..');

const sources = ['rules', 'server', 'client'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => path.join(folder, name)),
);

/** Modules that run, call or listen, and who may have them. */
const guarded =
  /^(?:node:)?(?:child_process|cluster|vm|repl|inspector|http2?|https|net|tls|dgram|dns|worker_threads)(?:\/|$)/;
const allowed: Readonly<Record<string, RegExp>> = {
  // Threads of our own program over files that it was given.
  worker_threads: /^server\/(?:cli\/(?:pool|worker)|files\/code-cache)\.ts$/,
  // Our own bundle, with what an earlier run has compiled of it: from a folder that nobody else can write.
  vm: /^server\/files\/code-cache\.ts$/,
  'a module by a name that is worked out': /^server\/files\/code-cache\.ts$/,
};

interface Use {
  readonly file: string;
  readonly what: string;
}

/** What turns text into program, and what reaches beyond the process. */
function usesIn(file: string, code: string): Use[] {
  const uses: Use[] = [];
  const add = (what: string): number => uses.push({ file, what });
  const module = (name: unknown): void => {
    if (typeof name !== 'string') add('a module by a name that is worked out');
    else if (guarded.test(name)) add(name.replace(/^node:/, ''));
  };
  full(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), (some) => {
    const node = some as AnyNode;
    if (node.type === 'ImportDeclaration') module(node.source.value);
    if (node.type === 'ImportExpression')
      module(node.source.type === 'Literal' ? node.source.value : undefined);
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return;
    const name = node.callee.type === 'Identifier' ? node.callee.name : '';
    const [first] = node.arguments;
    if (name === 'require') module(first?.type === 'Literal' ? first.value : undefined);
    if (['eval', 'Function', 'fetch', 'WebSocket', 'XMLHttpRequest', 'EventSource'].includes(name)) add(name);
    if (['setTimeout', 'setInterval'].includes(name) && first?.type === 'Literal') add(`${name} of a text`);
    const property =
      node.callee.type === 'MemberExpression' && node.callee.property.type === 'Identifier'
        ? node.callee.property.name
        : '';
    if (
      ['createWebviewPanel', 'registerWebviewViewProvider', 'createTerminal', 'openExternal'].includes(
        property,
      )
    )
      add(property);
  });
  return uses;
}

const isAllowed = ({ file, what }: Use): boolean => allowed[what]?.test(file) === true;

describe('our own code', () => {
  it('is looked at, and what is looked for is found', () => {
    expect(sources.length).toBeGreaterThan(300);
    const bad =
      "import 'node:vm'; eval(x); new Function('x'); require(y); fetch(z); window.createWebviewPanel();";
    expect(usesIn('x.ts', bad)).toHaveLength(6);
  });

  it('makes no program of a text, runs none, calls nobody and shows no web page', () => {
    const uses = sources.flatMap((file) => {
      const { code } = transformSync(readFileSync(path.join(root, file), 'utf8'), { loader: 'ts' });
      return usesIn(file, code);
    });
    expect(uses.filter((use) => !isAllowed(use))).toEqual([]);
  });

  it('asks for no trust of Markdown: no HTML, no commands', () => {
    const trusting = sources.filter((file) =>
      /\b(?:supportHtml|isTrusted)\s*[:=]/.test(readFileSync(path.join(root, file), 'utf8')),
    );
    expect(trusting).toEqual([]);
  });
});

describe('packages that are bundled', () => {
  const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

  it('are few, and each has its reason in docs/dependencies.md', () => {
    const told = readFileSync(path.join(root, 'docs/dependencies.md'), 'utf8');
    const names = Object.keys(dependencies);
    expect(names.length).toBeLessThanOrEqual(15);
    const nameIn = (name: string): string =>
      name.replace('vscode-languageserver-textdocument', '-textdocument');
    expect(names.filter((name) => !told.includes(nameIn(name)))).toEqual([]);
  });

  it('come from the registry with their hash, and run nothing when they are installed', () => {
    const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<
        string,
        { resolved?: string; integrity?: string; dev?: boolean; hasInstallScript?: boolean }
      >;
    };
    const bundled = Object.entries(packages).filter(([name, { dev }]) => name !== '' && !dev);
    expect(bundled.length).toBeGreaterThan(10);
    for (const [name, { integrity, hasInstallScript }] of bundled) {
      expect(integrity, name).toMatch(/^sha512-/);
      expect(hasInstallScript, name).toBeUndefined();
    }
  });
});
