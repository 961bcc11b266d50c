/** The library's face: what the language server, the command line and a browser worker use. */

export type { FactKind, Facts, FactTypes } from './facts';
export type { Change, Confidence, Finding, Fix, Related, Safety, Severity, Tag } from './finding';
export { blank, severities } from './finding';
export type { HardenedLevel, PodLevel } from './kubernetes/model/levels';
export { type PodSecurityLevel, podSecurityLevels } from './kubernetes/model/pod-security/check';
export { languageOf } from './languages';
export { type FileReport, isActive, lint, type SourceFile } from './linter';
export { type Message, render, say } from './message';
export { podLevels } from './pod-levels';
export { type RuleId, ruleById, rules, rulesByName } from './registry';
export type { Failure } from './report';
export { type Option, otherNames, type Profile, profiles, type Reference, type RuleAbout } from './rule';
export { defaultSettings, type Settings } from './settings';
export {
  applyEdits,
  lineEnd,
  lineEndOf,
  lineStart,
  nextLine,
  overlaps,
  type Span,
  spanOf,
  type TextEdit,
} from './text';
export { type Topic, topics } from './topics';
export {
  audit,
  byPlace,
  type FileFindings,
  type Joined,
  nothingJoined,
  type Reports,
  type SuppressedFinding,
  settle,
  Workspace,
  type WorkspaceFile,
  workspaceOfReports,
} from './workspace';
