import { RequestType, RequestType0, type WorkspaceEdit } from 'vscode-languageserver';
import type { RuleSummary } from './explain';

/** What the server answers beyond the standard protocol. */

export const RulesRequest = new RequestType0<RuleSummary[], void>('seaworthy/rules');

export const ExplainRuleRequest = new RequestType<
  { rule: string },
  { title: string; markdown: string },
  void
>('seaworthy/explainRule');

/** All safe fixes of all files, to be shown before they are made. */
export const FixAllInWorkspaceRequest = new RequestType<object, { edit: WorkspaceEdit; count: number }, void>(
  'seaworthy/fixAllInWorkspace',
);
