import type { ContextCopyFact } from '../../facts';
import { say } from '../../message';
import type { WorkspaceContext, WorkspaceFacts, WorkspaceMend } from '../../workspace-rule';
import { bringsAll, type FoundIgnoreFile, IgnoreFiles, newIgnoreFile } from './ignore-files';

type Asked = WorkspaceFacts<'contextCopies' | 'ignoreFiles'>;

/** A `COPY .` with the .dockerignore that counts for it. */
export interface CopyAll {
  readonly copy: ContextCopyFact;
  readonly ignore: FoundIgnoreFile | undefined;
}

export function copiesOfAll({ contextCopies, ignoreFiles }: Asked): readonly CopyAll[] {
  const files = new IgnoreFiles(ignoreFiles);
  // A document that is no file yet has no folder.
  return contextCopies
    .filter((copy) => bringsAll(copy) && copy.uri.includes('://'))
    .map((copy) => ({ copy, ignore: files.of(copy.uri) }));
}

/** A new .dockerignore beside the Dockerfile. */
export const createIgnoreFile = (
  { uri }: ContextCopyFact,
  { contextCopies }: Asked,
  context: WorkspaceContext,
): WorkspaceMend => ({
  title: say`Create a .dockerignore beside the Dockerfile`,
  preferred: false,
  changes: () => [
    {
      kind: 'create',
      uri: `${uri.slice(0, uri.lastIndexOf('/'))}/.dockerignore`,
      text: newIgnoreFile(
        contextCopies.filter((copy) => copy.uri === uri),
        context.text(uri),
      ),
    },
  ],
});
