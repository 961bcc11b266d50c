import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** The packages of a table's first column; `-textdocument` goes on with the name before it. */
function named(table: string): string[] {
  const cells = [...table.matchAll(/^\| (\S.*?) +\|/gm)].map(([, cell]) => cell ?? '');
  return cells.flatMap((cell) => {
    const [first = '', ...rest] = cell.split(', ');
    return [first, ...rest.map((name) => (name.startsWith('-') ? first + name : name))];
  });
}

test('every package has a reason, and every reason a package', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Manifest;
  const [, atRunTime = '', forDevelopment = ''] = read('docs/dependencies.md').split(/^## /m);
  const packages = (of: Readonly<Record<string, string>>): string[] =>
    [...new Set(Object.keys(of).map((name) => name.replace(/^@types\/(?!sarif).*/, '@types/*')))].sort();
  const reasons = (table: string): string[] => named(table).filter((name) => !/^(?:package|-+)$/.test(name));
  expect(reasons(atRunTime).sort()).toEqual(packages(dependencies));
  expect(reasons(forDevelopment).sort()).toEqual(packages(devDependencies));
});
