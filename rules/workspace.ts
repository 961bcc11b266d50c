import { severityOf } from './emit';
import type { FactKind, FactPlace, FactTypes } from './facts';
import type { Finding, Fix, Safety } from './finding';
import { activeOf, type FileReport, isActive } from './linter';
import type { FactSource, Gist, Lookup } from './lookup';
import { type Message, say } from './message';
import { ruleById, rulesByName } from './registry';
import type { Failure } from './report';
import type { Settings } from './settings';
import type { Suppression } from './suppression';
import type { Span } from './text';
import type { WorkspaceContext, WorkspaceDetails, WorkspaceMend, WorkspaceRule } from './workspace-rule';

/** A finding that a comment in the file asks not to show. */
export interface SuppressedFinding {
  readonly finding: Finding;
  readonly reason: string | undefined;
}

/** All that is known of a file in its workspace: what to show, and what comments hold back. In order of place. */
export interface FileFindings {
  readonly uri: string;
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  readonly failures: readonly Failure[];
}

/** What a workspace has to know of a file. */
export interface WorkspaceFile
  extends Pick<FileReport, 'uri' | 'text' | 'settings' | 'findings' | 'suppressions' | 'failures'> {}

/** Where a workspace keeps the reports of its files, by their addresses and in their order. */
export interface Reports<Report> extends Pick<Map<string, Report>, 'get' | 'delete'> {
  set(uri: string, report: Report): void;
  values(): Iterable<Report>;
}

/** What rules over the workspace give for a file. */
export interface Joined {
  readonly findings: readonly Finding[];
  readonly failures: readonly Failure[];
}

export const nothingJoined: Joined = { findings: [], failures: [] };

const none: readonly never[] = [];

/** A workspace of files that are held as they were linted. */
export const workspaceOfReports = (): Workspace => new Workspace(({ facts }, kind) => facts[kind] ?? none);

/** The files of a workspace and what holds between them. What is looked up in all files is remembered until it changes. */
export class Workspace<Report extends WorkspaceFile = FileReport> {
  /** By all lookups that were ever asked; undefined where the answers have to be made anew. */
  readonly #answers = new Map<Lookup<unknown>, unknown>();

  /** @param factsOf is asked only for what rules want to know. */
  constructor(
    private readonly factsOf: <Kind extends FactKind>(
      report: Report,
      kind: Kind,
    ) => readonly FactTypes[Kind][],
    private readonly kept: Reports<Report> = new Map<string, Report>(),
  ) {}

  get uris(): readonly string[] {
    return Array.from(this.kept.values(), ({ uri }) => uri);
  }

  get reports(): Iterable<Report> {
    return this.kept.values();
  }

  report(uri: string): Report | undefined {
    return this.kept.get(uri);
  }

  /** Adds a file or puts a newer report in its place. @returns true where findings of other files may have changed. */
  update(report: Report): boolean {
    const before = this.kept.get(report.uri);
    this.kept.set(report.uri, report);
    return this.#forget(before, report);
  }

  /** Takes a file out. @returns true where findings of other files may have changed. */
  remove(uri: string): boolean {
    const before = this.kept.get(uri);
    this.kept.delete(uri);
    return this.#forget(before, undefined);
  }

  /** What to show for a file, with the findings of rules over the workspace. */
  findings(uri: string): FileFindings {
    const report = this.kept.get(uri);
    if (!report) return { uri, findings: [], suppressed: [], failures: [] };
    return settle(report, this.joined(report));
  }

  /** What rules over the workspace find in a file, comments not minded. */
  joined(report: Report): Joined {
    const context = new JoiningContext(report.settings, this);
    for (const rule of activeOf('workspace', report.settings))
      context.run(rule, this.factsOf(report, rule.asks));
    return context;
  }

  /** The text of a file. */
  text(uri: string): string {
    return this.kept.get(uri)?.text ?? '';
  }

  /** What is known of all files. */
  lookUp<Answers>(lookup: Lookup<Answers>): Answers {
    // What stands by a lookup is what that has made.
    const known = this.#answers.get(lookup) as Answers | undefined;
    if (known !== undefined) return known;
    const made = lookup.make(this.#sources());
    this.#answers.set(lookup, made);
    return made;
  }

  *#sources(): Generator<FactSource> {
    for (const report of this.kept.values()) yield this.#sourceOf(report);
  }

  #sourceOf(report: Report): FactSource {
    return (kind) => this.factsOf(report, kind);
  }

  /** Drops answers that are others now. @returns true where they do not only point elsewhere. */
  #forget(before: Report | undefined, after: Report | undefined): boolean {
    let isNews = false;
    for (const lookup of this.#answers.keys()) {
      const was = before ? lookup.gist(this.#sourceOf(before)) : none;
      const is = after ? lookup.gist(this.#sourceOf(after)) : none;
      if (write(was) === write(is)) continue;
      this.#answers.set(lookup, undefined);
      isNews ||= meaning(was) !== meaning(is);
    }
    return isNews;
  }
}

/** Runs rules over the workspace on the facts of a file. */
class JoiningContext implements WorkspaceContext, Joined {
  readonly findings: Finding[] = [];
  readonly failures: Failure[] = [];
  #rule: WorkspaceRule | undefined;

  constructor(
    readonly settings: Settings,
    private readonly workspace: Pick<WorkspaceContext, 'text' | 'lookUp'>,
  ) {}

  run(rule: WorkspaceRule, facts: readonly FactTypes[FactKind][]): void {
    if (facts.length === 0) return;
    this.#rule = rule;
    try {
      rule.workspace(facts, this);
    } catch (error) {
      const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.failures.push({ rule: rule.id, error: told });
    }
  }

  text(uri: string): string {
    return this.workspace.text(uri);
  }

  lookUp<Answers>(lookup: Lookup<Answers>): Answers {
    return this.workspace.lookUp(lookup);
  }

  report({ span }: FactPlace, message: Message, details: WorkspaceDetails = {}): void {
    if (!this.#rule) return;
    this.findings.push(findingOf(this.#rule, this.settings, span, message, details));
  }
}

function findingOf(
  rule: WorkspaceRule,
  settings: Settings,
  span: Span,
  message: Message,
  { severity, confidence, fix = [], related = [] }: WorkspaceDetails,
): Finding {
  return {
    rule: rule.id,
    message,
    span,
    severity: severityOf(rule, settings, severity),
    confidence: confidence ?? rule.confidence ?? 'high',
    fixes: fix.map((mend, index) => fixOf(mend, rule.fix ?? 'review', index === 0)),
    related,
    tags: [],
  };
}

function fixOf(mend: WorkspaceMend, usual: Safety, isFirst: boolean): Fix {
  const { title, safety = usual, changes } = mend;
  return { title, safety, preferred: mend.preferred ?? (isFirst && safety === 'safe'), changes };
}

/** Lints over files that are all known: what `Workspace` gives once every report is in. */
export function audit(reports: Iterable<FileReport>): FileFindings[] {
  const workspace = workspaceOfReports();
  for (const report of reports) workspace.update(report);
  return workspace.uris.map((uri) => workspace.findings(uri));
}

const write = (gist: readonly Gist[]): string => JSON.stringify(gist);

/** All but where others point to. */
const meaning = (gist: readonly Gist[]): string => write(gist.map((one) => ({ ...one, span: undefined })));

/**
 * Parts what to show from what comments hold back, and reports comments that hold nothing back.
 * @param joined what rules over the workspace find in the file.
 */
export function settle(report: Omit<WorkspaceFile, 'text'>, joined: Joined): FileFindings {
  const used = new Set<string>();
  const shown: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of [...report.findings, ...joined.findings]) {
    const by = report.suppressions.find((suppression) => covers(suppression, finding, used));
    if (by) suppressed.push({ finding, reason: by.reason });
    else shown.push(finding);
  }
  const failures = [...report.failures, ...joined.failures];
  shown.push(...report.suppressions.flatMap((suppression) => complaints(suppression, report, used)));
  return { uri: report.uri, findings: shown.sort(byPlace), suppressed, failures };
}

/** The order of findings in a file. */
export const byPlace = (a: Pick<Finding, 'span' | 'rule'>, b: Pick<Finding, 'span' | 'rule'>): number =>
  a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);

const useKey = (suppression: Suppression, name: string): string => `${suppression.span.start} ${name}`;

function covers(suppression: Suppression, finding: Finding, used: Set<string>): boolean {
  const { covers } = suppression;
  if (covers !== 'file' && (finding.span.start < covers.start || finding.span.start > covers.end))
    return false;
  const named = suppression.rules.find(({ name }) =>
    rulesByName(name).some((rule) => rule.id === finding.rule),
  );
  if (named) used.add(useKey(suppression, named.name));
  return named !== undefined;
}

function complaints(
  suppression: Suppression,
  report: Pick<FileReport, 'settings'>,
  used: ReadonlySet<string>,
): Finding[] {
  const { settings } = report;
  if (suppression.isForeign) return [];
  return suppression.rules.flatMap(({ name, span }): Finding[] => {
    const meant = rulesByName(name);
    const id = meant.length === 0 ? 'unknown-suppression' : 'unused-suppression';
    const rule = ruleById(id);
    // A rule that may not speak here has nothing to suppress; the comment may be meant for another profile.
    const isIdle = meant.length > 0 && !meant.some((one) => isActive(one, settings));
    if (!rule || !isActive(rule, settings) || isIdle || used.has(useKey(suppression, name))) return [];
    const message =
      meant.length === 0
        ? say`No rule is called \`${name}\`, so this comment suppresses nothing.`
        : say`\`${name}\` finds nothing here, so this comment suppresses nothing.`;
    return [
      {
        rule: id,
        message,
        span,
        severity: severityOf(rule, settings, undefined),
        confidence: 'high',
        fixes: [],
        related: [],
        tags: meant.length === 0 ? [] : ['unnecessary'],
      },
    ];
  });
}
