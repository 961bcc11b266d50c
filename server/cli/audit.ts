import { type Finding, type Fix, type Joined, Workspace } from '../../rules/index';
import { pathOf } from '../files/paths';
import { type Problem, type Tally, total } from '../report/report';
import { type Counts, type ReportedFile, sumOf } from './draft';
import { isAudited } from './inputs';
import { LightReport } from './light-report';
import {
  draftFile,
  type FileJob,
  type Linted,
  type LintJob,
  lintFile,
  type PlainFix,
  plainFix,
  revived,
  type WantedFixes,
} from './lint-file';
import { type FileReporter, type ReportJob, ruleFailed } from './report-file';
import { ReportPages } from './report-pages';
import { ChangedMeanwhile, Texts } from './texts';

/** What makes parts of the report, and what they depend on. */
export interface Drafting {
  readonly reporter: FileReporter;
  readonly stamp: string;
}

/**
 * Files and what is found in them and between them. Of each file only its facts, findings and comments are kept: the
 * text is read again and the tree is let go, so that thousands of files need little memory.
 */
export class Audit {
  readonly texts = new Texts((uri) => this.#reports.get(uri)?.state);
  readonly #reports = new ReportPages(this.texts);
  readonly #workspace = new Workspace<LightReport>((report, kind) => report.factsOf(kind), this.#reports);
  readonly #problems: Problem[] = [];
  #tally: Tally = {
    files: 0,
    filesWithFindings: 0,
    findings: { error: 0, warning: 0, info: 0 },
    suppressed: 0,
    fixable: 0,
    known: 0,
    fixed: 0,
  };
  #isRepeatable = true;

  /** @param drafting where parts of the report are made right after the lint; then nothing can be fixed. */
  constructor(
    readonly wantedFixes: WantedFixes,
    private readonly drafting?: Drafting,
  ) {}

  /** What is made of each file. */
  get manner(): string {
    return `${this.wantedFixes} ${this.drafting?.stamp ?? ''}`;
  }

  get tally(): Tally {
    return this.#tally;
  }

  /** What went wrong so far; grows while results are gone through. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  get uris(): readonly string[] {
    return this.#workspace.uris;
  }

  problem(file: string, message: string, more: Partial<Problem> = {}): void {
    this.#problems.push({ path: file, message, severity: 'error', ...more });
  }

  /** As `problem`, where the same audit may go better the next time. */
  brokeOff(file: string, message: string): void {
    this.#isRepeatable = false;
    this.problem(file, message);
  }

  /** True where the same audit of the same files would say the same; known once all results have been gone through. */
  get isRepeatable(): boolean {
    return this.#isRepeatable;
  }

  fixed(count: number): void {
    this.#tally = { ...this.#tally, fixed: this.#tally.fixed + count };
  }

  /** How many files there are. */
  get size(): number {
    return this.#reports.size;
  }

  /**
   * Notes what a file on disk holds. Where it is to be fixed, its state does not do to tell whether it is still the same.
   * @param hash of its text.
   */
  noted(job: FileJob, hash: string): FileJob {
    if (this.drafting && job.state !== undefined) return job;
    this.texts.note(job.uri, hash);
    return { ...job, state: undefined };
  }

  /** Lints a file and adds it. Its text or its state is to be known. */
  add(job: LintJob): void {
    this.take(this.reportOf(job, this.lint(job)));
  }

  lint(job: LintJob): Linted {
    return this.drafting
      ? draftFile(job, this.wantedFixes, this.drafting.reporter)
      : lintFile(job, this.wantedFixes);
  }

  /** What is remembered of what the lint of a file has given. */
  reportOf(job: FileJob, linted: Linted): LightReport {
    return new LightReport(job, linted, this.texts);
  }

  /** Adds a file, or puts a newer report in its place. */
  take(report: LightReport): void {
    this.#workspace.update(report);
  }

  /** Lints a file again that has another text now. */
  addAgain(uri: string, text: string): void {
    const known = this.#workspace.report(uri);
    if (known) this.add({ uri, languageId: known.languageId, text, settings: known.settings });
  }

  /** Adds a file that a fix makes, with the settings of the file that it is made for. */
  addBeside(uri: string, text: string, neighbour: string): void {
    const known = this.#workspace.report(neighbour);
    if (known) this.add({ uri, languageId: undefined, text, settings: known.settings });
  }

  remove(uri: string): void {
    this.#workspace.remove(uri);
  }

  /** What is to be shown for a file, rules over the workspace included. */
  findings(uri: string): readonly Finding[] {
    return this.#workspace
      .findings(uri)
      .findings.map((finding) => this.#withFixes(uri, finding, this.#problems));
  }

  /** What is to be reported, in the order in which files were added. */
  *jobs(): Generator<ReportJob> {
    for (const report of this.#workspace.reports)
      if (isAudited(report.uri, report.languageId)) yield this.#jobOf(report);
  }

  /** Counts what was reported of a file. */
  reported({ counts, problems, isRepeatable }: ReportedFile): void {
    this.#isRepeatable &&= isRepeatable;
    this.#problems.push(...problems);
    if (counts) this.#tally = added(this.#tally, counts);
  }

  #jobOf(report: LightReport): ReportJob {
    const { uri, settings } = report;
    const problems: Problem[] = [];
    const { findings, failures } = this.#workspace.joined(report);
    const joined: Joined = {
      findings: findings.map((finding) => this.#withFixes(uri, finding, problems)),
      failures,
    };
    const isDraft = this.drafting !== undefined;
    return { uri, settings, packed: report.linted.packed, isDraft, joined, problems };
  }

  /**
   * The finding with its fixes worked out, as far as they are wanted, so that nothing of the tree is held.
   * @param problems where to tell what goes wrong.
   */
  #withFixes(uri: string, finding: Finding, problems: Problem[]): Finding {
    if (finding.fixes.length === 0) return finding;
    const workedOut = (fix: Fix): PlainFix[] => this.#workedOut(uri, finding.rule, fix, problems);
    return revived({ ...finding, fixes: finding.fixes.flatMap(workedOut) });
  }

  #workedOut(uri: string, rule: string, fix: Fix, problems: Problem[]): PlainFix[] {
    try {
      return [plainFix(fix, this.wantedFixes)];
    } catch (error) {
      if (error instanceof ChangedMeanwhile) this.#isRepeatable = false;
      else problems.push(ruleFailed(pathOf(uri), rule, String(error)));
      return [];
    }
  }
}

function added(tally: Tally, counts: Counts): Tally {
  const { findings, suppressed, fixable, known } = sumOf(tally, counts);
  const files = tally.files + 1;
  const filesWithFindings = tally.filesWithFindings + (total(counts) > 0 ? 1 : 0);
  return { files, filesWithFindings, findings, suppressed, fixable, known, fixed: tally.fixed };
}
