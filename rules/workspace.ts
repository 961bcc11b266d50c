import { severityOf } from './emit';
import type { FactKind, FactPlace, Facts } from './facts';
import type { Finding } from './finding';
import { type FileReport, isActive } from './linter';
import { say } from './message';
import { ruleById, rules, rulesByName } from './registry';
import type { Failure } from './report';
import type { RuleAbout } from './rule';
import { defaultSettings, type Settings } from './settings';
import type { Suppression } from './suppression';
import { spanOf } from './text';
import type { WorkspaceContext, WorkspaceFacts, WorkspaceRule } from './workspace-rule';

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

const workspaceRules: readonly WorkspaceRule[] = (
  rules as readonly (RuleAbout & { family: string })[]
).filter((rule): rule is WorkspaceRule => rule.family === 'workspace');

const none: readonly never[] = [];

const factKinds: readonly FactKind[] = [...new Set(workspaceRules.flatMap((rule) => rule.asks))];

/**
 * The files of a workspace and what holds between them. A rule over the workspace runs again only when facts that it asks
 * for have changed.
 */
export class Workspace {
  readonly #reports = new Map<string, FileReport>();
  /** By rule id: its findings by file, until its facts change. */
  readonly #joined = new Map<string, ReadonlyMap<string, readonly Finding[]>>();
  /** The facts of all files, until some of their kind change. */
  readonly #facts = new Map<FactKind, readonly FactPlace[]>();
  readonly #failures = new Map<string, Failure>();

  get uris(): readonly string[] {
    return [...this.#reports.keys()];
  }

  report(uri: string): FileReport | undefined {
    return this.#reports.get(uri);
  }

  /** Adds a file or puts a newer report in its place. @returns true where findings of other files may have changed. */
  update(report: FileReport): boolean {
    const before = this.#reports.get(report.uri);
    this.#reports.set(report.uri, report);
    return this.#forget(before?.facts, report.facts, before?.settings !== report.settings);
  }

  /** As `update`. As long as nothing was asked there is nothing to forget, and the facts of the report are not looked at. */
  add(report: FileReport): void {
    if (this.#facts.size + this.#joined.size > 0) this.update(report);
    else this.#reports.set(report.uri, report);
  }

  /** Takes a file out. @returns true where findings of other files may have changed. */
  remove(uri: string): boolean {
    const before = this.#reports.get(uri);
    this.#reports.delete(uri);
    return before ? this.#forget(before.facts, {}, false) : false;
  }

  /** What to show for a file, with the findings of rules over the workspace. */
  findings(uri: string): FileFindings {
    const report = this.#reports.get(uri);
    if (!report) return { uri, findings: [], suppressed: [], failures: [] };
    return settle(report, this.joined(uri));
  }

  /** What rules over the workspace find in a file, comments not minded. */
  joined(uri: string): readonly Finding[] {
    const all: Finding[] = [];
    for (const rule of workspaceRules)
      for (const finding of this.#findingsOf(rule).get(uri) ?? none) all.push(finding);
    return all;
  }

  /** What checks over the workspace threw. */
  get failures(): readonly Failure[] {
    return [...this.#failures.values()];
  }

  /** Drops what was joined of facts that changed. @returns true where more changed than the places of facts. */
  #forget(before: Facts | undefined, after: Facts, settingsChanged: boolean): boolean {
    if (before === undefined) return this.#forgetKinds(factKinds.filter((kind) => after[kind] !== undefined));
    const touched = (kind: FactKind): boolean =>
      settingsChanged && (after[kind] ?? before[kind]) !== undefined;
    const moved = factKinds.filter((kind) => touched(kind) || write(before[kind]) !== write(after[kind]));
    const changed = moved.filter((kind) => touched(kind) || meaning(before[kind]) !== meaning(after[kind]));
    this.#forgetKinds(moved);
    return askingFor(changed).length > 0;
  }

  /** @returns true where a rule asks for one of the kinds. */
  #forgetKinds(kinds: readonly FactKind[]): boolean {
    for (const kind of kinds) this.#facts.delete(kind);
    const asking = askingFor(kinds);
    for (const rule of asking) this.#joined.delete(rule.id);
    return asking.length > 0;
  }

  #findingsOf(rule: WorkspaceRule): ReadonlyMap<string, readonly Finding[]> {
    const known = this.#joined.get(rule.id);
    if (known) return known;
    const made = this.#run(rule);
    this.#joined.set(rule.id, made);
    return made;
  }

  #run(rule: WorkspaceRule): Map<string, Finding[]> {
    const found = new Map<string, Finding[]>();
    const settings = (uri: string): Settings => this.#reports.get(uri)?.settings ?? defaultSettings;
    const context: WorkspaceContext = {
      settings,
      text: (uri) => this.#reports.get(uri)?.text ?? '',
      report: (place, message, details = {}) => {
        if (!isActive(rule, settings(place.uri))) return;
        const safety = rule.fix ?? 'review';
        const finding: Finding = {
          rule: rule.id,
          message,
          span: place.span,
          severity: severityOf(rule, settings(place.uri), details.severity),
          confidence: details.confidence ?? rule.confidence ?? 'high',
          fixes: (details.fix ?? []).map((mend, index) => ({
            title: mend.title,
            safety: mend.safety ?? safety,
            preferred: mend.preferred ?? (index === 0 && (mend.safety ?? safety) === 'safe'),
            changes: mend.changes,
          })),
          related: details.related ?? [],
          tags: [],
        };
        const all = found.get(place.uri) ?? [];
        all.push(finding);
        found.set(place.uri, all);
      },
    };
    this.#failures.delete(rule.id);
    try {
      rule.workspace(this.#factsFor(rule), context);
    } catch (error) {
      this.#failures.set(rule.id, {
        rule: rule.id,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    }
    return found;
  }

  #factsFor(rule: WorkspaceRule): WorkspaceFacts<FactKind> {
    const gathered = Object.fromEntries(rule.asks.map((kind) => [kind, this.#factsOf(kind)]));
    return gathered as unknown as WorkspaceFacts<FactKind>;
  }

  #factsOf(kind: FactKind): readonly FactPlace[] {
    const known = this.#facts.get(kind);
    if (known) return known;
    const gathered: FactPlace[] = [];
    for (const { facts } of this.#reports.values()) for (const fact of facts[kind] ?? []) gathered.push(fact);
    this.#facts.set(kind, gathered);
    return gathered;
  }
}

const askingFor = (kinds: readonly FactKind[]): readonly WorkspaceRule[] =>
  kinds.length === 0 ? [] : workspaceRules.filter((rule) => rule.asks.some((kind) => kinds.includes(kind)));

/** Lints over files that are all known: what `Workspace` gives once every report is in. */
export function audit(reports: Iterable<FileReport>): FileFindings[] {
  const workspace = new Workspace();
  for (const report of reports) workspace.update(report);
  return workspace.uris.map((uri) => workspace.findings(uri));
}

const write = (facts: readonly FactPlace[] | undefined): string => JSON.stringify(facts) ?? '';

/** What facts say to other files: not where they stand in their own, and not what is told of them at their own place. */
const meaning = (facts: readonly FactPlace[] | undefined): string =>
  write(facts?.map((fact) => ({ ...fact, span: spanOf(0, 0), documentEnd: 0, breaks: undefined })));

/**
 * Parts what to show from what comments hold back, and reports comments that hold nothing back.
 * @param joined what rules over the workspace find in the file.
 */
export function settle(
  report: Omit<FileReport, 'text' | 'parts' | 'facts'>,
  joined: readonly Finding[],
): FileFindings {
  const used = new Set<string>();
  const shown: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of [...report.findings, ...joined]) {
    const by = report.suppressions.find((suppression) => covers(suppression, finding, used));
    if (by) suppressed.push({ finding, reason: by.reason });
    else shown.push(finding);
  }
  shown.push(...report.suppressions.flatMap((suppression) => complaints(suppression, report, used)));
  return { uri: report.uri, findings: shown.sort(byPlace), suppressed, failures: report.failures };
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
