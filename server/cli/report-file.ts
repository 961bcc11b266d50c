import path from 'node:path';
import pc from 'picocolors';
import { URI } from 'vscode-uri';
import {
  type Finding,
  type RuleAbout,
  ruleById,
  type Settings,
  type Severity,
  settle,
} from '../../rules/index';
import { t } from '../l10n';
import { fingerprints } from '../report/fingerprint';
import { github } from '../report/github';
import { json } from '../report/json';
import { junit } from '../report/junit';
import { Lines } from '../report/lines';
import { pretty } from '../report/pretty';
import type { FileResults, FileText, Format, Problem, Report, Result, Tally } from '../report/report';
import { sarif } from '../report/sarif';
import type { AuditFlags } from './flags';
import { isSafe, type PlainFinding, revived, unpack } from './lint-file';
import { ChangedMeanwhile, Texts } from './texts';

/** How a report is to be written, as plain data: it can be sent between threads. */
export interface ReportStyle {
  readonly format: AuditFlags['format'];
  readonly isQuiet: boolean;
  readonly isColored: boolean;
  readonly version: string;
  /** The root of the repository. */
  readonly root: string;
}

/** A file whose part of the report is to be made, as plain data. */
export interface ReportJob {
  readonly uri: string;
  readonly settings: Settings;
  /** What its lint has given. */
  readonly packed: string;
  /** What rules over the workspace find in it. */
  readonly joined: readonly PlainFinding[];
  /** The texts that are to be shown, its own among them, and their hashes. */
  readonly texts: readonly (readonly [uri: string, hash: string])[];
  /** What went wrong with it before. */
  readonly problems: readonly Problem[];
}

/** What one file adds to the tally. */
export type Counts = Omit<Tally, 'files' | 'filesWithFindings' | 'fixed'>;

/** The part of a file in the report. */
export interface ReportedFile extends FileText {
  /** Undefined where the file is not any more what it was when it was linted. */
  readonly counts: Counts | undefined;
  readonly problems: readonly Problem[];
  /** False where it may be another one the next time, with nothing changed. */
  readonly isRepeatable: boolean;
}

/** Whether an earlier report has a finding. */
export type BaselineState = (file: string, fingerprint: string, isSuppressed: boolean) => Result['baseline'];

export const formatOf = ({ format, isQuiet, isColored }: ReportStyle): Format =>
  ({ pretty: pretty({ colors: pc.createColors(isColored), isQuiet }), json, sarif, github, junit })[format];

export const pathOf = (uri: string): string => URI.parse(uri).fsPath;

export const shownPath = (file: string): string => path.relative(process.cwd(), file) || '.';

export function inRepository(root: string, file: string): string | undefined {
  const relative = path.relative(root, file);
  return relative.startsWith('..') || path.isAbsolute(relative)
    ? undefined
    : relative.split(path.sep).join('/');
}

/** Makes the parts of files in a report. It is the same in each thread. */
export class FileReporter {
  readonly format: Format;
  readonly report: Report;
  #texts = new Texts();
  #lines: Lines | undefined;
  #linesUri = '';
  #isRepeatable = true;

  constructor(
    { version, root, ...style }: ReportStyle,
    private readonly baselineState?: BaselineState,
  ) {
    this.format = formatOf({ version, root, ...style });
    this.report = {
      version,
      lines: (uri) => this.#linesOrNone(uri),
      pathOf,
      shown: shownPath,
      inRepository: (file) => inRepository(root, file),
    };
  }

  /** @param texts where texts come from that are not on disk. */
  make(job: ReportJob, texts = textsOf(job)): ReportedFile {
    this.#texts = texts;
    this.#linesUri = '';
    this.#isRepeatable = true;
    try {
      return this.#make(job);
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) throw error;
      const problem = problemOf(pathOf(job.uri), t`Not audited: ${error.message}.`);
      return { text: '', later: '', counts: undefined, problems: [problem], isRepeatable: false };
    }
  }

  #make({ uri, settings, packed, joined, problems: earlier }: ReportJob): ReportedFile {
    const settled = settle({ uri, settings, ...unpack({ packed }) }, joined.map(revived));
    const file = pathOf(uri);
    const problems = [
      ...earlier,
      ...settled.failures.map(({ rule, error }) => ruleFailed(file, rule, error)),
    ];
    const results = this.#resultsOf(uri, file, settled);
    const { text, later } = this.format.file(this.report, results);
    return { text, later, counts: countsOf(results), problems, isRepeatable: this.#isRepeatable };
  }

  #resultsOf(uri: string, file: string, { findings, suppressed }: ReturnType<typeof settle>): FileResults {
    const linesOf = (): Lines => this.#linesOf(uri);
    if (findings.length + suppressed.length === 0) {
      return {
        path: file,
        findings: [],
        suppressed: [],
        get lines() {
          return linesOf();
        },
      };
    }
    const lines = linesOf();
    // Only some formats ask for fingerprints, which cost more than all else here.
    let prints: ReturnType<typeof fingerprints> | undefined;
    const printOf = (finding: Finding): string => {
      prints ??= fingerprints([...findings, ...suppressed.map((one) => one.finding)], lines);
      return prints.get(finding) ?? '';
    };
    const result = (finding: Finding, isSuppressed: boolean): Result => {
      const baseline = this.baselineState?.(file, printOf(finding), isSuppressed);
      return {
        finding,
        rule: ruleOf(finding),
        range: lines.range(finding.span),
        get fingerprint() {
          return printOf(finding);
        },
        ...(baseline && { baseline }),
      };
    };
    return {
      path: file,
      findings: findings.map((finding) => result(finding, false)),
      suppressed: suppressed.map(({ finding, reason }) => Object.assign(result(finding, true), { reason })),
      lines,
    };
  }

  #linesOf(uri: string): Lines {
    if (!this.#lines || this.#linesUri !== uri) {
      this.#lines = new Lines(this.#texts.get(uri));
      this.#linesUri = uri;
    }
    return this.#lines;
  }

  /** The lines of a file, if it is among the audited ones and still the same. */
  #linesOrNone(uri: string): Lines | undefined {
    try {
      return this.#texts.has(uri) ? this.#linesOf(uri) : undefined;
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) throw error;
      this.#isRepeatable = false;
      return undefined;
    }
  }
}

function textsOf({ texts }: ReportJob): Texts {
  const known = new Texts();
  for (const [uri, hash] of texts) known.noteHash(uri, hash);
  return known;
}

function countsOf({ findings, suppressed }: FileResults): Counts {
  const fresh = findings.filter(({ baseline }) => baseline !== 'unchanged').map(({ finding }) => finding);
  const countOf = (severity: Severity): number =>
    fresh.filter((finding) => finding.severity === severity).length;
  return {
    findings: { error: countOf('error'), warning: countOf('warning'), info: countOf('info') },
    suppressed: suppressed.length,
    fixable: fresh.filter(({ fixes }) => fixes.some(isSafe)).length,
    known: findings.length - fresh.length,
  };
}

export const problemOf = (file: string, message: string): Problem => ({
  path: file,
  message,
  severity: 'error',
});

export function ruleFailed(file: string, rule: string, error: string): Problem {
  const [first = ''] = error.split('\n');
  return problemOf(file, t`The rule ${rule} failed here, which is a mistake of Seaworthy: ${first}`);
}

function ruleOf({ rule }: Finding): RuleAbout {
  const about = ruleById(rule);
  if (!about) throw new Error(`A finding names the rule ${rule}, which does not exist`);
  return about;
}
