import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { rules } from '../../rules';
import { lintRows } from './lint';
import type { Row } from './measure';
import { auditRows, type Ground, growthRows, startRows } from './programs';

const parts = ['lint', 'start', 'audit', 'growth'] as const;

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    compare: { type: 'string' },
    only: { type: 'string', default: parts.join(',') },
    rounds: { type: 'string', default: '11' },
    files: { type: 'string', default: '1,100,10000' },
    dist: { type: 'string', default: '' },
    parse: { type: 'string', default: '' },
  },
});

interface Report {
  readonly node: string;
  readonly processor: string;
  readonly rules: number;
  readonly rounds: number;
  readonly rows: readonly Row[];
}

async function measure(ground: Ground): Promise<Row[]> {
  const rounds = Number(values.rounds);
  const wanted = new Set(values.only.split(','));
  const rows: Row[] = wanted.has('lint') ? lintRows(rounds) : [];
  if (wanted.has('start')) rows.push(...(await startRows(ground, rounds)));
  if (wanted.has('audit'))
    for (const files of values.files.split(',').map(Number))
      rows.push(...(await auditRows(ground, files, rounds)));
  if (wanted.has('growth')) rows.push(...(await growthRows(ground, rounds)));
  return rows;
}

const number = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(3));

function lineOf({ name, what, ratio, bound, spread, unit }: Row, before: Row | undefined): string {
  const verdict = bound === undefined ? '' : ratio <= bound ? `within ${bound}` : `above ${bound}`;
  const range = spread ? `${number(spread[0])}–${number(spread[1])}` : '';
  const value = `${number(ratio)}${unit ? ` ${unit}` : ''}`;
  const change = before
    ? `was ${number(before.ratio)}, ${((ratio / before.ratio - 1) * 100).toFixed(0)} %`
    : '';
  return [name.padEnd(42), value.padStart(9), range.padEnd(14), what.padEnd(34), verdict.padEnd(12), change]
    .join(' ')
    .trimEnd();
}

async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-bench-'));
  try {
    copyFileSync(values.parse, path.join(folder, 'parse.cjs'));
    const rows = await measure({ dist: values.dist, folder });
    const report: Report = {
      node: process.version,
      processor: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
      rules: rules.length,
      rounds: Number(values.rounds),
      rows,
    };
    const earlier = values.compare ? (JSON.parse(readFileSync(values.compare, 'utf8')) as Report).rows : [];
    const before = (row: Row): Row | undefined =>
      earlier.find(({ name, what }) => name === row.name && what === row.what);
    console.log(`${report.node}, ${report.processor}, ${report.rules} rules, ${report.rounds} rounds`);
    for (const row of rows) console.log(lineOf(row, before(row)));
    if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
