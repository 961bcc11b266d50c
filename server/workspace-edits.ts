import {
  type ChangeAnnotation,
  CreateFile,
  type TextEdit as ProtocolEdit,
  TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { type Change, ruleById, type TextEdit } from '../rules/index';
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
    if (change.kind === 'edit') return [this.#documentEdit(change.uri, protocolEdits(change))];
    const uri = canonical(change.uri);
    const start = { line: 0, character: 0 };
    return [
      CreateFile.create(uri, { overwrite: false, ignoreIfExists: false }),
      TextDocumentEdit.create({ uri, version: null }, [
        { range: { start, end: start }, newText: change.text },
      ]),
    ];
  }

  #documentEdit(uri: string, edits: ProtocolEdit[]): TextDocumentEdit {
    const version = this.documents.get(uri)?.version ?? null;
    return TextDocumentEdit.create({ uri: this.documents.spelling(uri), version }, edits);
  }
}

function protocolEdits({ text, edits }: { text: string; edits: readonly TextEdit[] }): ProtocolEdit[] {
  const lines = new Lines(text);
  return edits.map((edit) => lines.edit(edit));
}

const annotationOf = (rule: string): ChangeAnnotation => ({
  label: translated(ruleById(rule)?.title ?? rule),
  description: rule,
  needsConfirmation: true,
});

/** Gives the library's changes the texts that their places are in; undefined where a text is not known. */
export function withTexts(
  changes: readonly Change[],
  textOf: (uri: string) => string | undefined,
): FileChange[] | undefined {
  const known: FileChange[] = [];
  for (const change of changes) {
    const text = change.kind === 'edit' ? textOf(change.uri) : change.text;
    if (text === undefined) return undefined;
    known.push({ ...change, text });
  }
  return known;
}
