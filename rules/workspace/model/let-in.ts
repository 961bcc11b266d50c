import { say } from '../../message';
import type { WorkspaceContext, WorkspaceFacts } from '../../workspace-rule';
import { copiesOfAll } from './copy-all';
import { appendLines } from './ignore-files';

/** Something that should not be in an image: a path that is tried, and the line that leaves it out. */
export interface Unwanted {
  readonly path: string;
  readonly line: string;
}

/** Tells of each `COPY .` into the image whose .dockerignore leaves some of the files in. */
export function reportLetIn(
  unwanted: readonly Unwanted[],
  facts: WorkspaceFacts<'contextCopies' | 'ignoreFiles'>,
  context: WorkspaceContext,
): void {
  for (const { copy, ignore } of copiesOfAll(facts)) {
    const rules = ignore?.rules;
    if (!copy.isInImage || !ignore || !rules) continue;
    const letIn = unwanted.filter(
      ({ path }) => !rules.leavesOut(path) && !rules.names(path) && !rules.names(`**/${path}`),
    );
    if (letIn.length === 0) continue;
    const { uri } = ignore.file;
    context.report(
      copy,
      say`${copy.title} brings ${listOf(letIn)} into the image if it is there: the .dockerignore lets it in. Add it there.`,
      {
        related: [{ uri, span: ignore.file.span, message: say`This .dockerignore counts here.` }],
        fix: [
          {
            title: say`Add ${listOf(letIn)} to the .dockerignore`,
            changes: () => [
              {
                kind: 'edit',
                uri,
                edits: [
                  appendLines(
                    context.text(uri),
                    letIn.map(({ line }) => line),
                  ),
                ],
              },
            ],
          },
        ],
      },
    );
  }
}

const listOf = (items: readonly Unwanted[]): string => {
  const names = items.map(({ path }) => path);
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '');
};
