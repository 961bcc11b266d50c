import {
  type ChangeAnnotation,
  CreateFile,
  type TextEdit as ProtocolEdit,
  type SnippetTextEdit,
  TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { blank, type Change, ruleById, type TextEdit } from '../rules/index';
import type { ClientAbilities } from './capabilities';
import type { RuleEdit } from './edited-text';
import { translated } from './l10n';
import type { OpenDocuments } from './open-documents';
import { Lines } from './positions';
import { canonical } from './uris';

export type FileChange =
  | {
      readonly kind: 'edit';
      readonly uri: string;
      readonly text: string;
      readonly edits: readonly TextEdit[];
      /** True where the edits leave blanks for the person to fill in. */
      readonly hasBlanks?: boolean;
    }
  | { readonly kind: 'create'; readonly uri: string; readonly text: string };

/** Puts changes into the form that the client understands. */
export class WorkspaceEdits {
  constructor(
    private readonly documents: OpenDocuments,
    private readonly client: () => ClientAbilities,
  ) {}

  /** Undefined where the client cannot make the changes. */
  of(changes: readonly FileChange[]): WorkspaceEdit | undefined {
    const { versionedEdits, createsFiles } = this.client();
    if (!createsFiles && changes.some(({ kind }) => kind === 'create')) return undefined;
    if (versionedEdits)
      return { documentChanges: changes.flatMap((change) => this.#documentChanges(change)) };
    const edits: Record<string, ProtocolEdit[]> = {};
    for (const change of changes)
      if (change.kind === 'edit') edits[this.documents.spelling(change.uri)] = protocolEdits(change);
    return { changes: edits };
  }

  /** Edits of many files, each marked with its rule for the person to confirm, where the client can ask. */
  toConfirm(
    files: readonly { readonly uri: string; readonly text: string; readonly edits: readonly RuleEdit[] }[],
  ): WorkspaceEdit {
    if (!this.client().changeAnnotations)
      return this.of(files.map((file) => ({ kind: 'edit', ...file }))) ?? {};
    const rules = new Set(files.flatMap(({ edits }) => edits.map(({ rule }) => rule)));
    return {
      documentChanges: files.map(({ uri, text, edits }) => {
        const lines = new Lines(text);
        return this.#documentEdit(
          uri,
          edits.map((edit) => ({ ...lines.edit(edit), annotationId: edit.rule })),
        );
      }),
      changeAnnotations: Object.fromEntries([...rules].map((rule) => [rule, annotationOf(rule)])),
    };
  }

  #documentChanges(change: FileChange): (TextDocumentEdit | CreateFile)[] {
    if (change.kind === 'edit') {
      const edits = protocolEdits(change);
      const asSnippets = change.hasBlanks === true && this.client().snippetEdits;
      return [this.#documentEdit(change.uri, asSnippets ? edits.map(snippetOf) : edits)];
    }
    const uri = canonical(change.uri);
    const start = { line: 0, character: 0 };
    return [
      CreateFile.create(uri, { overwrite: false, ignoreIfExists: false }),
      TextDocumentEdit.create({ uri, version: null }, [
        { range: { start, end: start }, newText: change.text },
      ]),
    ];
  }

  #documentEdit(uri: string, edits: (ProtocolEdit | SnippetTextEdit)[]): TextDocumentEdit {
    const version = this.documents.get(uri)?.version ?? null;
    return TextDocumentEdit.create({ uri: this.documents.spelling(uri), version }, edits);
  }
}

function protocolEdits({ text, edits }: { text: string; edits: readonly TextEdit[] }): ProtocolEdit[] {
  const lines = new Lines(text);
  return edits.map((edit) => lines.edit(edit));
}

/** The editor puts its cursor where the blank is. */
const snippetOf = ({ range, newText }: ProtocolEdit): SnippetTextEdit => ({
  range,
  snippet: { kind: 'snippet', value: newText.replace(/[\\$}]/g, '\\$&').replaceAll(blank, '$0') },
});

const annotationOf = (rule: string): ChangeAnnotation => ({
  label: translated(ruleById(rule)?.title ?? rule),
  description: rule,
  needsConfirmation: true,
});

/** Gives the library's changes the texts that their places are in; undefined where a text is not known. */
export function withTexts(
  changes: readonly Change[],
  textOf: (uri: string) => string | undefined,
  hasBlanks = false,
): FileChange[] | undefined {
  const known: FileChange[] = [];
  for (const change of changes) {
    const text = change.kind === 'edit' ? textOf(change.uri) : change.text;
    if (text === undefined) return undefined;
    known.push({ ...change, text, ...(hasBlanks && { hasBlanks }) });
  }
  return known;
}
