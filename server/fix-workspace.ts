import type { CancellationToken, WorkspaceEdit } from 'vscode-languageserver';
import { stopIfCancelled } from './cancellation';
import type { Disk } from './disk';
import { mend, safeFix } from './mend';
import type { OpenDocuments } from './open-documents';
import { Slices } from './timing';
import type { WorkspaceEdits } from './workspace-edits';
import type { WorkspaceIndex } from './workspace-index';

/** All safe fixes of all files of the workspace, as one edit for the person to confirm. */
export async function fixAllInWorkspace(
  index: WorkspaceIndex,
  disk: Disk,
  documents: OpenDocuments,
  edits: WorkspaceEdits,
  token: CancellationToken,
): Promise<{ edit: WorkspaceEdit; count: number }> {
  await disk.ready();
  await index.settle();
  const copy = index.copy();
  // Open files may have come first; a person reads them in order of name.
  const uris = [...copy.uris].sort();
  const textOf = new Map(uris.map((uri) => [uri, copy.report(uri)?.text ?? '']));
  const slices = new Slices();
  const mended = await mend(
    copy,
    uris,
    safeFix,
    (uri) => documents.get(uri)?.languageId,
    async () => {
      await slices.rest();
      stopIfCancelled(token);
    },
  );
  const files = mended.map(({ uri, edits: made }) => ({ uri, text: textOf.get(uri) ?? '', edits: made }));
  return {
    edit: edits.toConfirm(files),
    count: mended.reduce((sum, { count }) => sum + count, 0),
  };
}
