import path from 'node:path';
import pc from 'picocolors';
import {
  type FileFindings,
  type FileReport,
  type Finding,
  type Joined,
  nothingJoined,
  type RuleAbout,
  ruleById,
  type Settings,
  type Severity,
  settle,
} from '../../rules/index';
import { pathOf } from '../files/paths';
import { t } from '../l10n';
import { fingerprints } from '../report/fingerprint';
import { github } from '../report/github';
import { json } from '../report/json';
import { junit } from '../report/junit';
import { rememberingLast } from '../report/last';
import { Lines, type Range } from '../report/lines';
import { pretty } from '../report/pretty';
import type { FileText, Format, Problem, Report, Result, SuppressedResult } from '../report/report';
import { sarif } from '../report/sarif';
import { both, type Counts, type ReportedFile, type Told, unpackDraft } from './draft';
import type { AuditFlags } from './flags';
import { isSafe, type Unpacked, unpack } from './lint-file';
import { ChangedMeanwhile, type Texts } from './texts';

/** How a report is to be written, as plain data: it can be sent between threads. */
export interface ReportStyle {
  readonly format: AuditFlags['format'];
  readonly isQuiet: boolean;
  readonly isColored: boolean;
  readonly version: string;
  /** The root of the repository. */
  readonly root: string;
}

/** A file whose part of the report is to be made. */
export interface ReportJob {
  readonly uri: string;
  readonly settings: Settings;
  /** What its lint has given. */
  readonly packed: string;
  /** Whether that is a draft, or what is found. */
  readonly isDraft: boolean;
  /** What rules over the workspace give for it. */
  readonly joined: Joined;
  /** What went wrong with it before. */
  readonly problems: readonly Problem[];
}

/** What is found in a file by itself. */
type OwnReport = Pick<FileReport, 'uri' | 'text' | 'settings' | 'findings' | 'suppressions' | 'failures'>;

/** Whether an earlier report has a finding. */
export type BaselineState = (file: string, fingerprint: string, isSuppressed: boolean) => Result['baseline'];

export const formatOf = ({ format, isQuiet, isColored }: ReportStyle): Format =>
  ({ pretty: pretty({ colors: pc.createColors(isColored), isQuiet }), json, sarif, github, junit })[format];

export const shownPath = (file: string): string => path.relative(process.cwd(), file) || '.';

export function inRepository(root: string, file: string): string | undefined {
  const relative = path.relative(root, file);
  return relative.startsWith('..') || path.isAbsolute(relative)
    ? undefined
    : relative.split(path.sep).join('/');
}

/** Makes the parts of files in a report: drafts of them in threads, the rest where all is known. */
export class FileReporter {
  readonly format: Format;
  readonly report: Report;
  /** Where the texts of others come from, as far as there are others. */
  #texts: Texts | undefined;
  /** Of the file that is being reported, and of those that it shows. */
  readonly #lines = new Map<string, Lines>();
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
      shown: rememberingLast(shownPath),
      inRepository: rememberingLast((file) => inRepository(root, file)),
    };
  }

  /** Tells what there is to say of a file by itself. */
  tell(report: OwnReport): Told {
    this.#begin(undefined);
    this.#lines.set(report.uri, new Lines(report.text));
    return this.#tell(settle(report, nothingJoined));
  }

  make(job: ReportJob, texts: Texts): ReportedFile {
    this.#begin(texts);
    try {
      const told = this.#toldOf(job, texts);
      const { text, later } = this.#finish(job.uri, told);
      const problems = job.problems.length > 0 ? [...job.problems, ...told.problems] : told.problems;
      return { text, later, counts: told.counts, problems, isRepeatable: this.#isRepeatable };
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) throw error;
      const problem = problemOf(pathOf(job.uri), t`Not audited: ${error.message}.`);
      return { text: '', later: '', counts: undefined, problems: [problem], isRepeatable: false };
    }
  }

  #begin(texts: Texts | undefined): void {
    this.#texts = texts;
    this.#lines.clear();
    this.#isRepeatable = true;
  }

  #toldOf({ uri, settings, packed, isDraft, joined }: ReportJob, texts: Texts): Told {
    const settled = (own: Unpacked): Told => this.#tell(settle({ uri, settings, ...own }, joined));
    if (!isDraft) return settled(unpack(packed));
    // What a draft says is of no use where the file has become another one.
    texts.check(uri);
    const own = unpackDraft(packed);
    if (joined.findings.length + joined.failures.length === 0) return own;
    if (own.source !== undefined) this.#lines.set(uri, new Lines(own.source));
    return own.unpacked === undefined ? both(own, settled(noFindings)) : settled(unpack(own.unpacked));
  }

  #finish(uri: string, { findings, suppressed }: Told): FileText {
    const texts = findings.map(({ text }) => text);
    return this.format.file(this.report, { path: pathOf(uri), findings: texts, suppressed });
  }

  #tell({ uri, findings, suppressed, failures }: FileFindings): Told {
    const path = pathOf(uri);
    const problems = failures.map(({ rule, error }) => ruleFailed(path, rule, error));
    if (findings.length + suppressed.length === 0)
      return { findings: [], suppressed: [], counts: countsOf([], 0), problems };
    const file = { path, lines: this.#linesOf(uri) };
    const prints = new Prints([...findings, ...suppressed.map(({ finding }) => finding)], file.lines);
    const resultOf = (finding: Finding, isSuppressed: boolean, reason?: string): ResultInFile => {
      const baseline = this.baselineState?.(path, prints.of(finding), isSuppressed);
      return new ResultInFile(finding, file.lines.range(finding.span), prints, baseline, reason);
    };
    const results = findings.map((finding) => resultOf(finding, false));
    const told = this.format.tellsKnown ? results : results.filter(isNew);
    return {
      findings: told.map((result) => ({
        span: result.finding.span,
        rule: result.finding.rule,
        text: this.format.finding(this.report, file, result),
      })),
      suppressed: suppressed.map(({ finding, reason }) =>
        this.format.suppressed(this.report, file, resultOf(finding, true, reason)),
      ),
      counts: countsOf(results, suppressed.length),
      problems,
    };
  }

  #linesOf(uri: string): Lines {
    let lines = this.#lines.get(uri);
    if (!lines) {
      if (!this.#texts) throw new Error(`The text of ${uri} is not at hand`);
      lines = new Lines(this.#texts.get(uri));
      this.#lines.set(uri, lines);
    }
    return lines;
  }

  /** The lines of a file, if it is among the audited ones and still the same. */
  #linesOrNone(uri: string): Lines | undefined {
    try {
      return this.#lines.has(uri) || this.#texts?.has(uri) ? this.#linesOf(uri) : undefined;
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) throw error;
      this.#isRepeatable = false;
      return undefined;
    }
  }
}

/** The fingerprints of a file's findings. Only some formats ask for them, and they cost more than all else here. */
class Prints {
  #known: ReturnType<typeof fingerprints> | undefined;

  constructor(
    private readonly all: readonly Finding[],
    private readonly lines: Lines,
  ) {}

  of(finding: Finding): string {
    this.#known ??= fingerprints(this.all, this.lines);
    return this.#known.get(finding) ?? '';
  }
}

/** A class, since V8 makes a shape of its own for each object with a getter, and that would hold the finding and its tree. */
class ResultInFile implements SuppressedResult {
  constructor(
    readonly finding: Finding,
    readonly range: Range,
    private readonly prints: Prints,
    readonly baseline: Result['baseline'],
    readonly reason: string | undefined,
  ) {}

  get rule(): RuleAbout {
    return ruleOf(this.finding);
  }

  get fingerprint(): string {
    return this.prints.of(this.finding);
  }
}

const noFindings: Unpacked = { findings: [], suppressions: [], failures: [] };

const isNew = ({ baseline }: Result): boolean => baseline !== 'unchanged';

function countsOf(results: readonly Result[], suppressed: number): Counts {
  const fresh = results.filter(isNew).map(({ finding }) => finding);
  const countOf = (severity: Severity): number =>
    fresh.filter((finding) => finding.severity === severity).length;
  return {
    findings: { error: countOf('error'), warning: countOf('warning'), info: countOf('info') },
    suppressed,
    fixable: fresh.filter(({ fixes }) => fixes.some(isSafe)).length,
    known: results.length - fresh.length,
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
