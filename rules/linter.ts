import { lintIgnoreFile } from './dockerfile/model/ignore/lint';
import { lintDockerfile } from './dockerfile/model/lint';
import type { DockerfileRule } from './dockerfile/model/rule';
import type { LintContext } from './emit';
import type { FactKind, Facts, FactTypes } from './facts';
import type { Finding, Fix } from './finding';
import { lintManifest } from './kubernetes/model/lint';
import type { KubernetesRule } from './kubernetes/model/rule';
import { languageOf } from './languages';
import { rules } from './registry';
import type { Failure, Part, PlacedPart } from './report';
import { type Profile, profiles, type RuleAbout } from './rule';
import type { Settings } from './settings';
import type { Suppression } from './suppression';
import { type Span, shift } from './text';
import type { WorkspaceRule } from './workspace-rule';

/** A file to lint. The language id is the editor's, where there is one. */
export interface SourceFile {
  readonly uri: string;
  readonly languageId?: string | undefined;
  readonly text: string;
}

/** What one file gives by itself. Rules over the workspace add to it in `audit`. */
export interface FileReport {
  readonly uri: string;
  readonly text: string;
  readonly settings: Settings;
  readonly parts: readonly PlacedPart[];
  /** Places are offsets into the file. */
  readonly findings: readonly Finding[];
  readonly facts: Facts;
  readonly suppressions: readonly Suppression[];
  readonly failures: readonly Failure[];
}

/**
 * Lints one file by itself. Never throws: what a rule throws is among the failures.
 * @param earlier the report of the file's text before an edit: documents that the edit did not touch are taken from it.
 */
export function lint(file: SourceFile, settings: Settings, earlier?: FileReport): FileReport {
  const { uri, text } = file;
  const parts = lintParts(file, settings, earlier);
  const { findings, facts, suppressions, failures } = joinParts(parts, uri);
  return { uri, text, settings, parts, findings, facts, suppressions, failures };
}

type Joined = Pick<FileReport, 'findings' | 'facts' | 'suppressions' | 'failures'>;

function joinParts(parts: readonly PlacedPart[], uri: string): Joined {
  const [first] = parts;
  // Places of a part at the beginning of its file are those of the file.
  if (parts.length === 1 && first?.offset === 0) {
    const { findings, facts, suppressions, failures } = first.part;
    return { findings, facts, suppressions, failures };
  }
  return {
    findings: parts.flatMap(({ part, offset }) =>
      offset === 0 ? part.findings : part.findings.map((finding) => shiftFinding(finding, uri, offset)),
    ),
    facts: joinFacts(parts),
    suppressions: parts.flatMap(({ part, offset }) =>
      part.suppressions.map((suppression) => shiftSuppression(suppression, offset)),
    ),
    failures: parts.flatMap(({ part }) => part.failures),
  };
}

function lintParts(
  file: SourceFile,
  settings: Settings,
  earlier: FileReport | undefined,
): readonly PlacedPart[] {
  const isSame = earlier?.uri === file.uri && earlier.settings === settings;
  const known = new Map<string, Part>(isSame ? earlier.parts.map(({ part }) => [part.text, part]) : []);
  switch (languageOf(file.uri, file.languageId)) {
    case 'dockerfile':
      return [
        {
          offset: 0,
          part:
            known.get(file.text) ?? lintDockerfile(file.text, contextOf(file.uri, settings, 'dockerfile')),
        },
      ];
    case 'ignore-file':
      return [{ offset: 0, part: lintIgnoreFile(file.text, file.uri) }];
    case 'manifest':
      return lintManifest(file.text, contextOf(file.uri, settings, 'kubernetes'), known);
    default:
      return [];
  }
}

interface Families {
  readonly dockerfile: DockerfileRule;
  readonly kubernetes: KubernetesRule;
  readonly workspace: WorkspaceRule;
}

/** True where the settings let a rule speak. */
export function isActive(rule: RuleAbout, settings: Settings): boolean {
  const set = settings.severities[rule.id];
  if (set !== undefined) return set !== 'off';
  return rank(rule.profile) <= rank(settings.profile);
}

const rank = (profile: Profile): number => profiles.indexOf(profile);

/** The rules of each family that the settings let speak, worked out once for each settings. */
const activeRules = new WeakMap<Settings, ReadonlyMap<string, readonly RuleAbout[]>>();

/** Those that the linter itself speaks for, by their ids. */
const commonRules = new WeakMap<Settings, ReadonlyMap<string, RuleAbout>>();

export function activeOf<Family extends keyof Families>(
  family: Family,
  settings: Settings,
): readonly Families[Family][] {
  return familyOf(family, settings) as readonly Families[Family][];
}

function familyOf(family: string, settings: Settings): readonly RuleAbout[] {
  let active = activeRules.get(settings);
  if (!active) {
    const grouped = new Map<string, RuleAbout[]>();
    for (const rule of rules)
      if (isActive(rule, settings)) grouped.set(rule.family, [...(grouped.get(rule.family) ?? []), rule]);
    active = grouped;
    activeRules.set(settings, active);
  }
  return active.get(family) ?? [];
}

function contextOf<Family extends 'dockerfile' | 'kubernetes'>(
  uri: string,
  settings: Settings,
  family: Family,
): LintContext<Families[Family]> {
  let common = commonRules.get(settings);
  if (!common) {
    common = new Map(familyOf('common', settings).map((rule) => [rule.id, rule]));
    commonRules.set(settings, common);
  }
  return { uri, settings, rules: activeOf(family, settings), common };
}

function shiftFinding(finding: Finding, uri: string, by: number): Finding {
  const { rule, message, span, severity, confidence, fixes, related, tags } = finding;
  return {
    rule,
    message,
    span: shift(span, by),
    severity,
    confidence,
    fixes: fixes.length === 0 ? fixes : fixes.map((fix) => shiftFix(fix, uri, by)),
    related:
      related.length === 0
        ? related
        : related.map((one) => (one.uri === uri ? { ...one, span: shift(one.span, by) } : one)),
    tags,
  };
}

const shiftFix = (fix: Fix, uri: string, by: number): Fix => ({
  ...fix,
  changes: () =>
    fix
      .changes()
      .map((change) =>
        change.kind === 'edit' && change.uri === uri
          ? { ...change, edits: change.edits.map((edit) => ({ ...edit, span: shift(edit.span, by) })) }
          : change,
      ),
});

const shiftSuppression = (suppression: Suppression, by: number): Suppression => ({
  ...suppression,
  span: shift(suppression.span, by),
  rules: suppression.rules.map((rule) => ({ ...rule, span: shift(rule.span, by) })),
  covers: suppression.covers === 'file' ? 'file' : shift(suppression.covers, by),
});

function joinFacts(parts: readonly PlacedPart[]): Facts {
  const joined: { [Kind in FactKind]?: FactTypes[Kind][] } = {};
  for (const { part, offset } of parts) {
    for (const [kind, facts] of Object.entries(part.facts) as [
      FactKind,
      readonly { span: Span; documentEnd: number }[],
    ][]) {
      joined[kind] ??= [];
      const list = joined[kind] as unknown[];
      for (const fact of facts)
        list.push(
          offset === 0
            ? fact
            : { ...fact, span: shift(fact.span, offset), documentEnd: fact.documentEnd + offset },
        );
    }
  }
  return joined;
}
