import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../rules/index';
import { Audit } from '../../server/cli/audit';
import { FileReporter, type ReportStyle } from '../../server/cli/report-file';
import { reportFiles } from '../../server/cli/report-files';
import { hashOf } from '../../server/files/hash';
import { stateOf } from '../../server/files/local-files';
import { uriOf } from '../../server/files/paths';
import { privilegedPod, project } from './program';

const style: ReportStyle = { format: 'pretty', isQuiet: false, isColored: false, version: '1', root: '/' };
const names = Array.from({ length: 9 }, (_, index) => `p${index}`);

const textOf = (name: string): string => privilegedPod.replace('name: a', `name: ${name}`);

interface Way {
  readonly isDrafting: boolean;
  readonly hasStates: boolean;
}

/** An audit of pods on disk. */
function auditOf(folder: string, { isDrafting, hasStates }: Way): { audit: Audit; reporter: FileReporter } {
  const reporter = new FileReporter(style);
  const audit = new Audit('none', isDrafting ? { reporter, stamp: '' } : undefined);
  for (const name of names) {
    const file = path.join(folder, `${name}.yaml`);
    const text = textOf(name);
    writeFileSync(file, text);
    const state = hasStates ? stateOf(file) : undefined;
    const job = { uri: uriOf(file), languageId: undefined, settings: defaultSettings, state };
    audit.add({ ...audit.noted(job, hashOf(text)), text });
  }
  return { audit, reporter };
}

const reported = ({ audit, reporter }: ReturnType<typeof auditOf>): string =>
  [...reportFiles(audit, reporter)].map(({ text }) => text).join('');

const problemsOf = (audit: Audit): string[] =>
  audit.problems.map(({ path: file, message }) => `${path.basename(file)} ${message}`);

const ways = [
  { isDrafting: false, hasStates: false },
  { isDrafting: true, hasStates: false },
  { isDrafting: true, hasStates: true },
];

describe.each(ways)('the parts of files in a report, with %o', (way) => {
  it('are the same whichever way they are made', () => {
    const folder = project();
    const [first] = ways.map((one) => reported(auditOf(folder, one)));
    const made = auditOf(folder, way);
    expect(reported(made)).toBe(first);
    expect(first).toContain('p8.yaml');
    expect(made.audit.tally.files).toBe(names.length);
    expect(made.audit.isRepeatable).toBe(true);
  });

  it.each([
    ['was changed', (file: string) => writeFileSync(file, 'kind: Pod\n')],
    ['vanished', (file: string) => rmSync(file)],
  ])('tell of a file that %s meanwhile', (_, happen) => {
    const folder = project();
    const made = auditOf(folder, way);
    happen(path.join(folder, 'p7.yaml'));
    reported(made);
    expect(problemsOf(made.audit)).toEqual(['p7.yaml Not audited: it was changed during the audit.']);
    expect(made.audit.tally.files).toBe(names.length - 1);
    // So the run is not kept for the next one.
    expect(made.audit.isRepeatable).toBe(false);
  });
});

describe('the state of a file', () => {
  it('is another one after a change that keeps the size', () => {
    const folder = project();
    const made = auditOf(folder, { isDrafting: true, hasStates: true });
    const file = path.join(folder, 'p7.yaml');
    writeFileSync(file, textOf('p7').replace('p7', 'q7'));
    // The clock of a file system may be coarse.
    utimesSync(file, new Date(), new Date(Date.now() + 60_000));
    reported(made);
    expect(problemsOf(made.audit)).toEqual(['p7.yaml Not audited: it was changed during the audit.']);
  });

  it('is none where there is no file', () => {
    expect(stateOf(path.join(project(), 'none.yaml'))).toBeUndefined();
  });
});
