import type { ContextCopyFact } from '../../facts';
import { lookup } from '../../lookup';
import { say } from '../../message';
import type { WorkspaceContext } from '../../workspace-rule';
import { copiesOfAll } from './copy-all';
import { appendLines } from './ignore-files';

/** Something that should not be in an image: a path that is tried, and the line that leaves it out. */
export interface Unwanted {
  readonly path: string;
  readonly line: string;
}

const history = '.git';

const folders = (['contextCopies', 'ignoreFiles'] as const).map((kind) =>
  lookup(kind, ({ uri }) => ({ uri }), commonStart),
);

/** What all addresses begin with; undefined where there are none. */
function commonStart(all: Iterable<{ readonly uri: string }>): string | undefined {
  let common: string | undefined;
  for (const { uri } of all) {
    common ??= uri;
    while (!uri.startsWith(common)) common = common.slice(0, -1);
  }
  return common;
}

/** The history is in the folder at the top, which no known file stands outside of. */
function isTop(uri: string, context: WorkspaceContext): boolean {
  const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
  return folders.every((lookup) => context.lookUp(lookup)?.startsWith(folder) !== false);
}

/** Tells of each `COPY .` into the image whose .dockerignore leaves some of the files in. */
export function reportLetIn(
  unwanted: readonly Unwanted[],
  copies: readonly ContextCopyFact[],
  context: WorkspaceContext,
): void {
  for (const { copy, ignore } of copiesOfAll(copies, context)) {
    const rules = ignore?.rules;
    if (!copy.isInImage || !ignore || !rules) continue;
    const letIn = unwanted.filter(
      ({ path }) =>
        !rules.leavesOut(path) &&
        !rules.names(path) &&
        !rules.names(`**/${path}`) &&
        (path !== history || isTop(ignore.file.uri, context)),
    );
    if (letIn.length === 0) continue;
    const { uri } = ignore.file;
    context.report(
      copy,
      say`If there is ${listOf(letIn, 'or')} in the folder, ${copy.title} brings it into the image. Add it to the .dockerignore.`,
      {
        severity: letIn.some(({ path }) => path === history) ? 'warning' : 'info',
        related: [{ uri, span: ignore.file.span, message: say`This .dockerignore counts here.` }],
        fix: [
          {
            title: say`Add ${listOf(letIn, 'and')} to the .dockerignore`,
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

const listOf = (items: readonly Unwanted[], word: 'and' | 'or'): string => {
  const names = items.map(({ path }) => path);
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}` : (names[0] ?? '');
};
