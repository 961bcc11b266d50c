import type { Fix, TextEdit } from '../../rules/index';

/** A fix, worked out: edits by file, and files to be made. */
export interface WorkedOutFix {
  readonly edits: readonly { readonly uri: string; readonly edits: readonly TextEdit[] }[];
  readonly newFiles: readonly { readonly uri: string; readonly text: string }[];
}

export function workOut(fix: Fix): WorkedOutFix {
  const changes = fix.changes();
  return {
    edits: changes.filter((change) => change.kind === 'edit'),
    newFiles: changes.filter((change) => change.kind === 'create'),
  };
}
