import { LSPErrorCodes, Range, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import { type Finding, type Fix, type HardenedLevel, lint, podLevels } from '../rules/index';
import { type ClientAbilities, isRecord } from './capabilities';
import { configurationName } from './configuration/configuration';
import type { ConfigurationFiles } from './configuration-files';
import { type Findings, isOfferedFix, type OfferedFix } from './findings';
import type { Folders } from './folders';
import type { Host } from './host';
import { type Commented, ignoreInFile, ignoreLine } from './ignore-comments';
import { shown, t } from './l10n';
import { mend, safeFix } from './mend';
import type { OpenDocuments } from './open-documents';
import { isSameRange } from './positions';
import { configurationWithout, turnOff } from './turn-off';
import { canonical, join } from './uris';
import { type FileChange, type WorkspaceEdits, withTexts } from './workspace-edits';
import type { WorkspaceIndex } from './workspace-index';

/** What a code action is to do. The edit is worked out when somebody takes the action. */
export type Deed =
  | { readonly kind: 'fix'; readonly rule: string; readonly range: Range; readonly fix: OfferedFix }
  | { readonly kind: 'ignoreLine'; readonly rule: string; readonly range: Range }
  | { readonly kind: 'fixRule' | 'ignoreFile' | 'turnOff'; readonly rule: string }
  | { readonly kind: 'harden'; readonly range: Range; readonly level: HardenedLevel }
  | { readonly kind: 'fixAll' };

export interface ActionData {
  readonly uri: string;
  readonly deed: Deed;
}

/** Whether it is an action of ours, whole. It was with the client, which may send anything back. */
export const isActionData = (data: unknown): data is ActionData =>
  isRecord(data) && typeof data.uri === 'string' && isRecord(data.deed) && isDeed(data.deed);

function isDeed(deed: Readonly<Record<string, unknown>>): boolean {
  switch (deed.kind) {
    case 'fixAll':
      return true;
    case 'fixRule':
    case 'ignoreFile':
    case 'turnOff':
      return typeof deed.rule === 'string';
    case 'ignoreLine':
      return typeof deed.rule === 'string' && Range.is(deed.range);
    case 'fix':
      return typeof deed.rule === 'string' && Range.is(deed.range) && isOfferedFix(deed.fix);
    case 'harden':
      return Range.is(deed.range) && (deed.level === 'baseline' || deed.level === 'restricted');
    default:
      return false;
  }
}

/** The fix that mends a finding of one rule, where that rule is to be mended everywhere. */
export const firstFixOf =
  (rule: string) =>
  (finding: Finding): Fix | undefined =>
    finding.rule === rule ? finding.fixes.find(({ safety }) => safety !== 'fill-in') : undefined;

/** Works out the edits of what code actions are to do, on the files as they are now. */
export class Deeds {
  constructor(
    private readonly on: {
      readonly index: WorkspaceIndex;
      readonly findings: Findings;
      readonly documents: OpenDocuments;
      readonly configurations: ConfigurationFiles;
      readonly folders: Folders;
      readonly host: Host;
      readonly edits: WorkspaceEdits;
      readonly client: () => ClientAbilities;
    },
  ) {}

  async edit({ uri, deed }: ActionData): Promise<WorkspaceEdit> {
    const changes = await this.#changes(uri, deed);
    const edit = changes && this.on.edits.of(changes);
    if (edit) return edit;
    throw new ResponseError(LSPErrorCodes.ContentModified, t`The file has changed since. Ask again.`);
  }

  /** How a rule is turned off; undefined where it cannot be. */
  async turnOff(uri: string, rule: string): Promise<readonly FileChange[] | undefined> {
    const file = await this.on.configurations.nearest(uri);
    if (file) {
      const edits = turnOff(file.text, rule);
      return edits && [{ kind: 'edit', uri: file.uri, text: file.text, edits }];
    }
    const root = this.on.folders.holding(uri);
    if (root === undefined || !this.on.client().createsFiles) return undefined;
    return [{ kind: 'create', uri: join(root, configurationName), text: configurationWithout(rule) }];
  }

  async #changes(uri: string, deed: Deed): Promise<readonly FileChange[] | undefined> {
    switch (deed.kind) {
      case 'fix':
        return this.#fixChanges(uri, deed);
      case 'fixRule':
        return this.#mend(uri, firstFixOf(deed.rule));
      case 'fixAll':
        return this.#mend(uri, safeFix);
      case 'harden':
        return this.#harden(uri, deed.range, deed.level);
      case 'ignoreLine':
        return this.#ignoreLine(uri, deed.rule, deed.range);
      case 'ignoreFile':
        return this.#commented(uri, (file) => ignoreInFile(file, deed.rule));
      case 'turnOff':
        return this.turnOff(uri, deed.rule);
    }
  }

  async #fixChanges(
    uri: string,
    { rule, range, fix: { index, title } }: Deed & { kind: 'fix' },
  ): Promise<readonly FileChange[] | undefined> {
    const fix = this.#findingsAt(uri, rule, range)
      .map(({ fixes }) => fixes[index])
      .find((one) => one && shown(one.title) === title);
    const changes =
      fix && withTexts(fix.changes(), (at) => this.on.index.report(at)?.text, fix.safety === 'fill-in');
    return changes && Promise.all(changes.map((change) => this.#withFreeName(change)));
  }

  #findingsAt(uri: string, rule: string, range: Range): Finding[] {
    const lines = this.on.index.lines(uri);
    if (!lines) return [];
    return this.on.findings
      .of(uri)
      .filter((finding) => finding.rule === rule && isSameRange(lines.range(finding.span), range));
  }

  /** A new file takes the place of none. */
  async #withFreeName(change: FileChange): Promise<FileChange> {
    if (change.kind !== 'create') return change;
    const [, stem = change.uri, ending = ''] = /^(.*?)(\.[^./]*)?$/.exec(change.uri) ?? [];
    let uri = change.uri;
    for (let number = 2; (await this.on.host.read(canonical(uri))).kind !== 'missing'; number++)
      uri = `${stem}-${number}${ending}`;
    return { ...change, uri };
  }

  async #mend(
    uri: string,
    choose: (finding: Finding) => Fix | undefined,
  ): Promise<readonly FileChange[] | undefined> {
    const text = this.on.index.report(uri)?.text;
    const languageId = this.on.documents.get(uri)?.languageId;
    const [mended] = await mend(this.on.index.copy(), [uri], choose, () => languageId);
    return mended && text !== undefined ? [{ kind: 'edit', uri, text, edits: mended.edits }] : undefined;
  }

  #harden(uri: string, range: Range, level: HardenedLevel): readonly FileChange[] | undefined {
    const report = this.on.index.report(uri);
    const lines = this.on.index.lines(uri);
    if (!report || !lines) return undefined;
    const pod = podLevels(report).find(({ span }) => isSameRange(lines.range(span), range));
    const edits = pod?.harden(level) ?? [];
    return edits.length > 0 ? [{ kind: 'edit', uri, text: report.text, edits }] : undefined;
  }

  #commented(
    uri: string,
    edit: (file: Commented) => ReturnType<typeof ignoreInFile> | undefined,
  ): readonly FileChange[] | undefined {
    const report = this.on.index.report(uri);
    if (!report) return undefined;
    const { text, suppressions } = report;
    const made = edit({ uri, languageId: this.on.documents.get(uri)?.languageId, text, suppressions });
    return made && [{ kind: 'edit', uri, text, edits: [made] }];
  }

  /** Takes the first way to write the comment that does hold the findings back. */
  #ignoreLine(uri: string, rule: string, range: Range): readonly FileChange[] | undefined {
    const [finding] = this.#findingsAt(uri, rule, range);
    const report = this.on.index.report(uri);
    if (!finding || !report) return undefined;
    return this.#commented(uri, (file) => {
      const copy = this.on.index.copy();
      const held = copy.findings(uri).suppressed.length;
      return ignoreLine(file, finding.span, rule).find((edit) => {
        const { start, end } = edit.span;
        const text = file.text.slice(0, start) + edit.text + file.text.slice(end);
        const named = file.languageId === undefined ? {} : { languageId: file.languageId };
        copy.update(lint({ uri, text, ...named }, report.settings, report));
        return copy.findings(uri).suppressed.length > held;
      });
    });
  }
}
