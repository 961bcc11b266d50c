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

/** What the server asks of a client that says `fileSystem: true` at the start. */
export interface Entry {
  name: string;
  kind: 'file' | 'folder';
}

export const ListFolderRequest = new RequestType<{ uri: string }, Entry[], void>('seaworthy/listFolder');
export const ReadFileRequest = new RequestType<{ uri: string }, string | null, void>('seaworthy/readFile');
