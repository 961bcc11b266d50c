import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
} from 'vscode-languageserver';
import { type Finding, type Fix, type RuleAbout, ruleById } from '../rules/index';
import type { ClientAbilities } from './capabilities';
import { type ActionData, type Deed, type Deeds, firstFixOf, isActionData } from './deeds';
import { type DiagnosticData, type Findings, isDiagnosticData, type OfferedFix, source } from './findings';
import { allowsComments } from './ignore-comments';
import { t, translated } from './l10n';
import { ownEdits, safeFix } from './mend';
import type { OpenDocuments } from './open-documents';
import { hardenKind, type PodSecurity } from './pod-security';
import { isSameRange } from './positions';
import { canonical } from './uris';
import type { WorkspaceIndex } from './workspace-index';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.seaworthy`;

export const explainCommand = 'seaworthy.explainRule';

/** A diagnostic of ours that the client asks about. */
interface Asked {
  readonly diagnostic: Diagnostic;
  readonly data: DiagnosticData;
  readonly rule: RuleAbout;
}

/** Offers what can be done about findings, and does it. */
export class CodeActions {
  constructor(
    private readonly index: WorkspaceIndex,
    private readonly findings: Findings,
    private readonly documents: OpenDocuments,
    private readonly deeds: Deeds,
    private readonly podSecurity: PodSecurity,
    private readonly client: () => ClientAbilities,
  ) {}

  async offer({ textDocument, context, range }: CodeActionParams): Promise<CodeAction[]> {
    await this.index.settle();
    const uri = canonical(textDocument.uri);
    const isWanted = (kind: string): boolean =>
      !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
    const actions: CodeAction[] = [];
    if (isWanted(CodeActionKind.QuickFix))
      actions.push(...(await this.#quickFixes(uri, await this.#asked(uri, context.diagnostics))));
    if (isWanted(hardenKind)) actions.push(...this.podSecurity.actions(uri, range));
    if (isWanted(fixAllKind)) actions.push(...this.#fixAll(uri));
    return this.client().resolvesEdits
      ? actions
      : Promise.all(actions.map((action) => this.#resolved(action)));
  }

  async resolve(action: CodeAction): Promise<CodeAction> {
    await this.index.settle();
    return this.#resolved(action);
  }

  async #resolved(action: CodeAction): Promise<CodeAction> {
    if (!isActionData(action.data)) return action;
    return { ...action, edit: await this.deeds.edit(action.data) };
  }

  /** Our diagnostics among those that the client names; for clients that lose their data, as they are now. */
  async #asked(uri: string, diagnostics: readonly Diagnostic[]): Promise<Asked[]> {
    const ours = diagnostics.filter((diagnostic) => diagnostic.source === source);
    if (ours.length === 0) return [];
    const current = ours.every(({ data }) => data !== undefined) ? [] : await this.findings.diagnostics(uri);
    return ours.flatMap((diagnostic) => {
      const rule = ruleById(String(diagnostic.code));
      const data = diagnostic.data ?? current.find((one) => isSame(one, diagnostic))?.data;
      return rule && isDiagnosticData(data) ? [{ diagnostic, data, rule }] : [];
    });
  }

  async #quickFixes(uri: string, asked: readonly Asked[]): Promise<CodeAction[]> {
    const fixes = asked.flatMap((one) => one.data.fixes.map((fix) => fixAction(uri, one, fix)));
    const byRule = new Map(asked.map((one) => [one.rule.id, one]));
    const rest = await Promise.all([...byRule.values()].map((one) => this.#ruleActions(uri, one)));
    return [...fixes, ...rest.flat()];
  }

  async #ruleActions(uri: string, { rule, diagnostic }: Asked): Promise<CodeAction[]> {
    const { range } = diagnostic;
    const offer = (title: string, deed: Deed): CodeAction => ({
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      data: { uri, deed } satisfies ActionData,
    });
    const actions: CodeAction[] = [];
    if (this.#canMend(uri, firstFixOf(rule.id), 2))
      actions.push(
        offer(t`Fix all in this file: ${translated(rule.title)}`, { kind: 'fixRule', rule: rule.id }),
      );
    if (this.#canIgnore(uri, rule))
      actions.push(
        offer(t`Ignore ${rule.id} for this line`, { kind: 'ignoreLine', rule: rule.id, range }),
        offer(t`Ignore ${rule.id} in this file`, { kind: 'ignoreFile', rule: rule.id }),
      );
    if (await this.deeds.turnOff(uri, rule.id))
      actions.push(offer(t`Turn ${rule.id} off in this workspace`, { kind: 'turnOff', rule: rule.id }));
    if (this.client().commands.includes(explainCommand)) actions.push(explainAction(rule, diagnostic));
    return actions;
  }

  #fixAll(uri: string): CodeAction[] {
    if (!this.#canMend(uri, safeFix, 1)) return [];
    const data: ActionData = { uri, deed: { kind: 'fixAll' } };
    return [{ title: t`Fix all that Seaworthy can fix safely`, kind: fixAllKind, data }];
  }

  /** True where so many findings of a file have a chosen fix that stays in the file. */
  #canMend(uri: string, choose: (finding: Finding) => Fix | undefined, least: number): boolean {
    let count = 0;
    for (const finding of this.findings.of(uri)) {
      const fix = choose(finding);
      if (fix && ownEdits(fix, uri)) count += 1;
      if (count === least) return true;
    }
    return false;
  }

  #canIgnore(uri: string, rule: RuleAbout): boolean {
    const languageId = this.documents.get(uri)?.languageId;
    return !('family' in rule && rule.family === 'common') && allowsComments({ uri, languageId });
  }
}

const fixAction = (uri: string, { diagnostic, rule }: Asked, fix: OfferedFix): CodeAction => ({
  title: fix.title,
  kind: CodeActionKind.QuickFix,
  diagnostics: [diagnostic],
  isPreferred: fix.isPreferred,
  data: { uri, deed: { kind: 'fix', rule: rule.id, range: diagnostic.range, fix } } satisfies ActionData,
});

function explainAction(rule: RuleAbout, diagnostic: Diagnostic): CodeAction {
  const title = t`Explain ${rule.id}`;
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    command: { title, command: explainCommand, arguments: [rule.id] },
  };
}

const isSame = (a: Diagnostic, b: Diagnostic): boolean =>
  a.code === b.code && a.message === b.message && isSameRange(a.range, b.range);
