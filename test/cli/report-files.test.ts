import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../rules/index';
import { Audit } from '../../server/cli/audit';
import type { ReportedFile } from '../../server/cli/draft';
import { uriOf } from '../../server/cli/inputs';
import { Pool } from '../../server/cli/pool';
import { FileReporter, type ReportStyle } from '../../server/cli/report-file';
import { reportFiles } from '../../server/cli/report-files';
import { privilegedPod, program, project } from './program';

const style: ReportStyle = { format: 'pretty', isQuiet: false, isColored: false, version: '1', root: '/' };

const pools: Pool[] = [];
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.close();
});

/** A worker that ends where it is to report a file of that name. */
let mortal = '';
beforeAll(() => {
  mortal = path.join(path.dirname(program), 'mortal-reporter.js');
  writeFileSync(
    mortal,
    `const { parentPort } = require('node:worker_threads');
    parentPort.on('message', ({ jobs }) => {
      if (jobs.some(({ uri }) => uri.endsWith('deadly.yaml'))) process.exit(1);
    });
    require('./cli.js');`,
  );
});

function running(file: string): Pool {
  const pool = new Pool(file, 2, { wanted: 'none', isDrafting: false, style, translations: {} });
  pool.start();
  pools.push(pool);
  return pool;
}

/** An audit of pods, one of which may end a worker. */
function auditOf(folder: string, names: readonly string[]): Audit {
  const audit = new Audit('none');
  for (const name of names) {
    const file = path.join(folder, `${name}.yaml`);
    const text = privilegedPod.replace('name: a', `name: ${name}`);
    writeFileSync(file, text);
    audit.texts.note(uriOf(file), text);
    audit.add(uriOf(file), text, defaultSettings);
  }
  return audit;
}

async function reported(audit: Audit, pool?: Pool): Promise<ReportedFile[]> {
  const files: ReportedFile[] = [];
  for await (const file of reportFiles(audit, new FileReporter(style), pool)) files.push(file);
  return files;
}

const names = [...Array.from({ length: 60 }, (_, index) => `p${index}`), 'deadly', 'last'];

describe('the parts of files in a report', () => {
  it.each([
    ['made in threads', () => program],
    ['whose threads die', () => mortal],
  ])('are the same where they are %s', async (_, file) => {
    const folder = project();
    const alone = auditOf(folder, names);
    const shared = auditOf(folder, names);
    const expected = await reported(alone);
    expect(await reported(shared, running(file()))).toEqual(expected);
    expect(shared.tally).toEqual(alone.tally);
    expect(shared.tally.files).toBe(names.length);
    expect(shared.isRepeatable).toBe(true);
  });

  it.each([['alone'], ['in threads']])('tell of a file that was changed meanwhile, %s', async (how) => {
    const folder = project();
    const audit = auditOf(folder, names);
    writeFileSync(path.join(folder, 'p7.yaml'), 'kind: Pod\n');
    await reported(audit, how === 'alone' ? undefined : running(program));
    expect(audit.problems.map(({ path: file, message }) => `${path.basename(file)} ${message}`)).toEqual([
      'p7.yaml Not audited: it was changed during the audit.',
    ]);
    expect(audit.tally.files).toBe(names.length - 1);
    // So the run is not kept for the next one.
    expect(audit.isRepeatable).toBe(false);
  });
});
