import { RequestType, RequestType0, type WorkspaceEdit } from 'vscode-languageclient';

/** What Seaworthy's language server answers beyond the standard protocol. */

export interface RuleSummary {
  id: string;
  title: string;
  topic: string;
  severity: string;
  profile: string;
}

export interface RuleExplanation {
  title: string;
  markdown: string;
}

export interface WorkspaceFixes {
  edit: WorkspaceEdit;
  count: number;
}

export const RulesRequest = new RequestType0<RuleSummary[], void>('seaworthy/rules');
export const ExplainRuleRequest = new RequestType<{ rule: string }, RuleExplanation, void>(
  'seaworthy/explainRule',
);
export const FixAllInWorkspaceRequest = new RequestType<object, WorkspaceFixes, void>(
  'seaworthy/fixAllInWorkspace',
);
