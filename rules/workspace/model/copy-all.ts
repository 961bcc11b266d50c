import type { ContextCopyFact } from '../../facts';
import { say } from '../../message';
import type { WorkspaceContext, WorkspaceMend } from '../../workspace-rule';
import { bringsAll, type FoundIgnoreFile, ignoreFiles, newIgnoreFile } from './ignore-files';

/** A `COPY .` with the .dockerignore that counts for it. */
export interface CopyAll {
  readonly copy: ContextCopyFact;
  readonly ignore: FoundIgnoreFile | undefined;
}

export const copiesOfAll = (
  copies: readonly ContextCopyFact[],
  context: WorkspaceContext,
): readonly CopyAll[] =>
  copies
    // A document that is no file yet has no folder.
    .filter((copy) => bringsAll(copy) && copy.uri.includes('://'))
    .map((copy) => ({ copy, ignore: context.lookUp(ignoreFiles).of(copy.uri) }));

/**
 * A new .dockerignore beside the Dockerfile.
 * @param copies all of the file.
 */
export const createIgnoreFile = (
  { uri }: ContextCopyFact,
  copies: readonly ContextCopyFact[],
  context: WorkspaceContext,
): WorkspaceMend => ({
  title: say`Create a .dockerignore beside the Dockerfile`,
  preferred: false,
  changes: () => [
    {
      kind: 'create',
      uri: `${uri.slice(0, uri.lastIndexOf('/'))}/.dockerignore`,
      text: newIgnoreFile(copies, context.text(uri)),
    },
  ],
});
