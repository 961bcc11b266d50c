import { URI } from 'vscode-uri';
import {
  type FileReport,
  type Finding,
  type Fix,
  type RuleAbout,
  ruleById,
  type Settings,
  type Severity,
  Workspace,
} from '../../rules/index';
import { t } from '../l10n';
import type { Baseline } from '../report/baseline';
import { fingerprints } from '../report/fingerprint';
import { Lines } from '../report/lines';
import type { FileResults, Problem, Result, SuppressedResult, Tally } from '../report/report';
import { isAudited } from './inputs';
import {
  isSafe,
  isWanted,
  type Linted,
  type LintJob,
  lintFile,
  type Unpacked,
  unpack,
  type WantedFixes,
} from './lint-file';
import { ChangedMeanwhile, Texts } from './texts';

export interface AuditOptions {
  readonly fixes: WantedFixes;
  readonly baseline?: Baseline | undefined;
  inRepository(path: string): string | undefined;
}

/** What is to be remembered of a file to lint it again. */
interface Audited {
  readonly settings: Settings;
  readonly languageId: string | undefined;
}

/**
 * Files and what is found in them and between them. Of each file only its facts, findings and comments are kept: the
 * text is read again and the tree is let go, so that thousands of files need little memory.
 */
export class Audit {
  readonly texts = new Texts();
  readonly #workspace = new Workspace();
  readonly #files = new Map<string, Audited>();
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
  #lines: Lines | undefined;
  #opened: (Unpacked & Pick<Linted, 'packed'>) | undefined;
  #linesUri = '';

  constructor(private readonly options: AuditOptions) {}

  get wantedFixes(): WantedFixes {
    return this.options.fixes;
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

  /** Lints a file and adds it. Its text is to be known to `texts`. */
  add(uri: string, text: string, settings: Settings, languageId?: string): void {
    const job = { uri, languageId, text, settings };
    this.take(job, lintFile(job, this.options.fixes));
  }

  /** Adds what the lint of a file has given. */
  take({ uri, languageId, settings }: Omit<LintJob, 'text'>, linted: Linted): void {
    this.#linesUri = '';
    this.#files.set(uri, { settings, languageId });
    this.#workspace.update(this.#light(uri, settings, linted));
  }

  /** Lints a file again that has another text now. */
  addAgain(uri: string, text: string): void {
    const known = this.#files.get(uri);
    if (known) this.add(uri, text, known.settings, known.languageId);
  }

  /** Adds a file that a fix makes, with the settings of the file that it is made for. */
  addBeside(uri: string, text: string, neighbour: string): void {
    const known = this.#files.get(neighbour);
    if (known) this.add(uri, text, known.settings);
  }

  remove(uri: string): void {
    this.#files.delete(uri);
    this.#workspace.remove(uri);
  }

  /** What is to be shown for a file, rules over the workspace included. */
  findings(uri: string): readonly Finding[] {
    return this.#workspace.findings(uri).findings.map((finding) => this.#withFixes(uri, finding));
  }

  /** Goes through all files in the order they were added. The tally is complete at the end. */
  *results(): Generator<FileResults> {
    for (const uri of this.uris.filter((one) => isAudited(one, this.#files.get(one)?.languageId))) {
      try {
        const results = this.#resultsOf(uri);
        this.#count(results);
        yield results;
      } catch (error) {
        if (!(error instanceof ChangedMeanwhile)) throw error;
        this.brokeOff(URI.parse(uri).fsPath, t`Not audited: ${error.message}.`);
      }
    }
    for (const { rule, error } of this.#workspace.failures) this.#ruleFailed(process.cwd(), rule, error);
  }

  /** The lines of a file, if it is among the audited ones and still the same. */
  lines(uri: string): Lines | undefined {
    try {
      return this.texts.has(uri) ? this.#linesOf(uri) : undefined;
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) throw error;
      this.#isRepeatable = false;
      return undefined;
    }
  }

  #resultsOf(uri: string): FileResults {
    const { findings: found, suppressed, failures } = this.#workspace.findings(uri);
    const findings = found.map((finding) => this.#withFixes(uri, finding));
    const file = URI.parse(uri).fsPath;
    for (const { rule, error } of failures) this.#ruleFailed(file, rule, error);
    const linesOf = (): Lines => this.#linesOf(uri);
    if (findings.length + suppressed.length === 0)
      return {
        path: file,
        findings: [],
        suppressed: [],
        get lines() {
          return linesOf();
        },
      };
    const lines = linesOf();
    // Only some formats ask for fingerprints, which cost more than all else here.
    let prints: ReturnType<typeof fingerprints> | undefined;
    const printOf = (finding: Finding): string => {
      prints ??= fingerprints([...findings, ...suppressed.map((one) => one.finding)], lines);
      return prints.get(finding) ?? '';
    };
    const result = (finding: Finding, isSuppressed: boolean): Result => {
      const baseline = this.options.baseline && this.#baselineState(file, printOf(finding), isSuppressed);
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
      suppressed: suppressed.map(
        ({ finding, reason }): SuppressedResult => Object.assign(result(finding, true), { reason }),
      ),
      lines,
    };
  }

  #baselineState(file: string, fingerprint: string, isSuppressed: boolean): Result['baseline'] {
    const { baseline, inRepository } = this.options;
    if (!baseline) return undefined;
    return baseline.takes(inRepository(file) ?? file, fingerprint, isSuppressed) ? 'unchanged' : 'new';
  }

  #count({ findings, suppressed }: FileResults): void {
    const before = this.#tally;
    const fresh = findings.filter(({ baseline }) => baseline !== 'unchanged').map(({ finding }) => finding);
    const countOf = (severity: Severity): number =>
      before.findings[severity] + fresh.filter((finding) => finding.severity === severity).length;
    this.#tally = {
      files: before.files + 1,
      filesWithFindings: before.filesWithFindings + (fresh.length > 0 ? 1 : 0),
      findings: { error: countOf('error'), warning: countOf('warning'), info: countOf('info') },
      suppressed: before.suppressed + suppressed.length,
      fixable: before.fixable + fresh.filter(({ fixes }) => fixes.some(isSafe)).length,
      known: before.known + findings.length - fresh.length,
      fixed: before.fixed,
    };
  }

  #ruleFailed(file: string, rule: string, error: string): void {
    const [first = ''] = error.split('\n');
    this.problem(file, t`The rule ${rule} failed here, which is a mistake of Seaworthy: ${first}`);
  }

  #linesOf(uri: string): Lines {
    if (!this.#lines || this.#linesUri !== uri) {
      this.#lines = new Lines(this.texts.get(uri));
      this.#linesUri = uri;
    }
    return this.#lines;
  }

  /** The report without the text and the trees that it was made from; what is not needed until the end stays packed. */
  #light(uri: string, settings: Settings, linted: Linted): FileReport {
    const { texts } = this;
    const { packed } = linted;
    const open = (held: Linted['packed']): Unpacked => this.#open(held);
    return {
      uri,
      settings,
      parts: [],
      facts: linted.facts,
      get findings() {
        return open(packed).findings;
      },
      get suppressions() {
        return open(packed).suppressions;
      },
      get failures() {
        return open(packed).failures;
      },
      get text() {
        return texts.get(uri);
      },
    };
  }

  /** What is packed. The last one is kept, since a file is asked several times in a row. */
  #open(packed: Linted['packed']): Unpacked {
    if (this.#opened?.packed !== packed) this.#opened = { packed, ...unpack({ packed }) };
    return this.#opened;
  }

  /** The finding with its fixes worked out, as far as they are wanted, so that nothing of the tree is held. */
  #withFixes(uri: string, finding: Finding): Finding {
    if (finding.fixes.length === 0) return finding;
    return { ...finding, fixes: finding.fixes.flatMap((fix) => this.#workedOut(uri, finding.rule, fix)) };
  }

  #workedOut(uri: string, rule: string, fix: Fix): Fix[] {
    try {
      const changes = isWanted(fix, this.options.fixes) ? fix.changes() : [];
      return [{ ...fix, changes: () => changes }];
    } catch (error) {
      if (error instanceof ChangedMeanwhile) {
        this.#isRepeatable = false;
        return [];
      }
      this.#ruleFailed(URI.parse(uri).fsPath, rule, String(error));
      return [];
    }
  }
}

function ruleOf({ rule }: Finding): RuleAbout {
  const about = ruleById(rule);
  if (!about) throw new Error(`A finding names the rule ${rule}, which does not exist`);
  return about;
}
