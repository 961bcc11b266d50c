import type { FactKind, FactPlace, FactTypes } from './facts';
import type { Change, Confidence, Related, Safety, Severity } from './finding';
import type { Lookup } from './lookup';
import type { Message } from './message';
import type { RuleAbout } from './rule';
import type { Settings } from './settings';

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
  /** Settings of the file that holds the facts. */
  readonly settings: Settings;
  /** What is known of all files. */
  lookUp<Answers>(lookup: Lookup<Answers>): Answers;
  /** The text of a file, for fixes that write in its style. */
  text(uri: string): string;
  report(place: FactPlace, message: Message, details?: WorkspaceDetails): void;
}

/** A rule that joins facts of many files. It is shown the facts of one file after another, and looks up what the others hold. */
export interface WorkspaceRule<Id extends string = string> extends RuleAbout<Id> {
  readonly family: 'workspace';
  /** The kind of facts that it is shown. */
  readonly asks: FactKind;
  /** @param facts those of one file. */
  workspace(facts: readonly FactTypes[FactKind][], context: WorkspaceContext): void;
}

export function workspaceRule<const Id extends string, Kind extends FactKind>(
  rule: RuleAbout<Id> & {
    readonly asks: Kind;
    workspace(facts: readonly FactTypes[Kind][], context: WorkspaceContext): void;
  },
): WorkspaceRule<Id> {
  return { ...rule, family: 'workspace' };
}
