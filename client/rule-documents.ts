import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type Finding, ruleOf } from './findings';
import { ExplainRuleRequest, RulesRequest } from './protocol';

const scheme = 'seaworthy-rule';

/** Serves the explanation of a rule as a read-only Markdown document. */
export function registerRuleDocuments(client: BaseLanguageClient): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    async provideTextDocumentContent({ path }) {
      const rule = path.slice(1, -'.md'.length);
      const { markdown } = await client.sendRequest(ExplainRuleRequest, { rule });
      return markdown;
    },
  });
}

/** Shows why a rule is there: that of the finding it is asked for, or one that the person picks. */
export async function explainRule(client: BaseLanguageClient, about?: string | Finding): Promise<void> {
  await client.start();
  const rule = typeof about === 'string' ? about : about ? ruleOf(about.diagnostic) : await pickRule(client);
  if (!rule) return;
  const uri = vscode.Uri.from({ scheme, path: `/${rule}.md` });
  await vscode.commands.executeCommand('markdown.showPreview', uri);
}

async function pickRule(client: BaseLanguageClient): Promise<string | undefined> {
  const rules = await client.sendRequest(RulesRequest);
  const items = rules.map(({ id, title, severity, profile }) => ({
    label: title,
    description: id,
    detail: `${severity} · ${profile}`,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Explain a rule'),
    placeHolder: vscode.l10n.t('Type a part of its title or id'),
    matchOnDescription: true,
  });
  return picked?.description;
}
