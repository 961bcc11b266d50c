import { type FileReport, type Finding, type Fix, type Settings, Workspace } from '../../rules/index';
import type { Problem, Tally } from '../report/report';
import { isAudited } from './inputs';
import {
  isWanted,
  type Linted,
  type LintJob,
  lintFile,
  type PlainFinding,
  type PlainFix,
  revived,
  type Unpacked,
  unpack,
  type WantedFixes,
} from './lint-file';
import { type Counts, pathOf, type ReportedFile, type ReportJob, ruleFailed } from './report-file';
import { SharedFacts } from './shared-facts';
import { ChangedMeanwhile, Texts } from './texts';

/** What is to be remembered of a file to report it, and to lint it again. */
interface Audited extends Pick<Linted, 'packed'> {
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
  readonly #facts = new SharedFacts();
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
  #opened: (Unpacked & Pick<Linted, 'packed'>) | undefined;

  constructor(readonly wantedFixes: WantedFixes) {}

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
    this.take(job, lintFile(job, this.wantedFixes));
  }

  /** Adds what the lint of a file has given. */
  take({ uri, languageId, settings }: Omit<LintJob, 'text'>, linted: Linted): void {
    this.#files.set(uri, { settings, languageId, packed: linted.packed });
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

  /** What is to be reported, in the order in which files were added. */
  *jobs(): Generator<ReportJob> {
    for (const uri of this.uris.filter((one) => isAudited(one, this.#files.get(one)?.languageId))) {
      const known = this.#files.get(uri);
      if (known) yield this.#jobOf(uri, known);
    }
    for (const { rule, error } of this.#workspace.failures)
      this.#problems.push(ruleFailed(process.cwd(), rule, error));
  }

  /** Counts what was reported of a file. */
  reported({ counts, problems, isRepeatable }: ReportedFile): void {
    this.#isRepeatable &&= isRepeatable;
    this.#problems.push(...problems);
    if (counts) this.#tally = added(this.#tally, counts);
  }

  #jobOf(uri: string, { settings, packed }: Audited): ReportJob {
    const problems: Problem[] = [];
    const joined = this.#workspace.joined(uri).map((finding) => this.#plain(uri, finding, problems));
    const texts = [uri, ...joined.flatMap(shownBeside)].flatMap((one): ReportJob['texts'] => {
      const hash = this.texts.hashOf(one);
      return hash === undefined ? [] : [[one, hash]];
    });
    return { uri, settings, joined, texts, problems, packed: typeof packed === 'string' ? packed : packed() };
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
      facts: this.#facts.read(linted.facts, uri),
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
    return finding.fixes.length === 0 ? finding : revived(this.#plain(uri, finding, this.#problems));
  }

  /** @param problems where to tell what goes wrong. */
  #plain(uri: string, finding: Finding, problems: Problem[]): PlainFinding {
    const workedOut = (fix: Fix): PlainFix[] => this.#workedOut(uri, finding.rule, fix, problems);
    return { ...finding, fixes: finding.fixes.flatMap(workedOut) };
  }

  #workedOut(uri: string, rule: string, fix: Fix, problems: Problem[]): PlainFix[] {
    try {
      return [{ ...fix, changes: isWanted(fix, this.wantedFixes) ? fix.changes() : [] }];
    } catch (error) {
      if (error instanceof ChangedMeanwhile) this.#isRepeatable = false;
      else problems.push(ruleFailed(pathOf(uri), rule, String(error)));
      return [];
    }
  }
}

/** The files that a finding shows beside its own. */
const shownBeside = ({ related, fixes }: PlainFinding): string[] => [
  ...related.map(({ uri }) => uri),
  ...fixes.flatMap(({ changes }) => changes.map(({ uri }) => uri)),
];

const added = (tally: Tally, { findings, suppressed, fixable, known }: Counts): Tally => ({
  files: tally.files + 1,
  filesWithFindings:
    tally.filesWithFindings + (findings.error + findings.warning + findings.info > 0 ? 1 : 0),
  findings: {
    error: tally.findings.error + findings.error,
    warning: tally.findings.warning + findings.warning,
    info: tally.findings.info + findings.info,
  },
  suppressed: tally.suppressed + suppressed,
  fixable: tally.fixable + fixable,
  known: tally.known + known,
  fixed: tally.fixed,
});
