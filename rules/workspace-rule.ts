import type { FactKind, FactPlace, FactTypes } from './facts';
import type { Change, Confidence, Related, Safety, Severity } from './finding';
import type { Message } from './message';
import type { RuleAbout } from './rule';
import type { Settings } from './settings';

/** All facts of the workspace of the kinds that a rule asks for. */
export type WorkspaceFacts<Kind extends FactKind> = { readonly [K in Kind]: readonly FactTypes[K][] };

export interface WorkspaceMend {
  readonly title: Message;
  readonly safety?: Safety;
  readonly preferred?: boolean;
  readonly changes: () => readonly Change[];
}

export interface WorkspaceDetails {
  readonly fix?: readonly WorkspaceMend[];
  readonly related?: readonly Related[];
  readonly severity?: Severity;
  readonly confidence?: Confidence;
}

export interface WorkspaceContext {
  /** Settings of the file that holds the fact. */
  settings(uri: string): Settings;
  /** The text of a file, for fixes that write in its style. */
  text(uri: string): string;
  report(place: FactPlace, message: Message, details?: WorkspaceDetails): void;
}

/** A rule that joins facts of many files. It runs again only when facts of a kind that it asks for changed. */
export interface WorkspaceRule<Id extends string = string> extends RuleAbout<Id> {
  readonly family: 'workspace';
  readonly asks: readonly FactKind[];
  workspace(facts: WorkspaceFacts<FactKind>, context: WorkspaceContext): void;
}

export function workspaceRule<const Id extends string, const Kind extends FactKind>(
  rule: RuleAbout<Id> & {
    readonly asks: readonly Kind[];
    workspace(facts: WorkspaceFacts<Kind>, context: WorkspaceContext): void;
  },
): WorkspaceRule<Id> {
  return { ...rule, family: 'workspace' };
}
