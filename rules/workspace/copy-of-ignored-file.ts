import type { IgnoreRules } from '../dockerfile/model/ignore/ignore-file';
import type { ContextCopyFact } from '../facts';
import { say } from '../message';
import { dockerDocs } from '../references';
import { workspaceRule } from '../workspace-rule';
import { appendLines, ignoreFiles } from './model/ignore-files';

export default workspaceRule({
  id: 'copy-of-ignored-file',
  topic: 'C10',
  severity: 'warning',
  profile: 'recommended',
  title: 'COPY of a file that .dockerignore leaves out',
  why: 'What .dockerignore leaves out is not there for the build: COPY fails, or brings less than it says.',
  remedy: 'Take the pattern out of the .dockerignore, or an exception for the file in: `!path/to/file`.',
  aliases: ['buildkit:CopyIgnoredFile'],
  references: [
    dockerDocs('reference/build-checks/copy-ignored-file/', 'CopyIgnoredFile'),
    dockerDocs('build/concepts/context/#dockerignore-files', 'Build context, .dockerignore files'),
  ],
  fix: 'review',
  asks: 'contextCopies',

  workspace(copies, context) {
    for (const copy of copies) {
      const ignore = context.lookUp(ignoreFiles).of(copy.uri);
      // Exceptions may take back in what lies below; another folder than the context has other paths.
      if (!ignore?.isBeside || !ignore.rules || ignore.rules.hasExceptions) continue;
      if (!leavesOut(ignore.rules, copy)) continue;
      const { uri } = ignore.file;
      const path = copy.source;
      context.report(
        copy,
        say`${copy.title} takes \`${path}\`, which the .dockerignore leaves out. Take it back in there, or do not copy it.`,
        {
          related: [{ uri, span: ignore.file.span, message: say`This .dockerignore counts here.` }],
          fix:
            /[*?[\\]/.test(path) || path === '.' || path === '/'
              ? []
              : [
                  {
                    title: say`Take ${path} back in`,
                    changes: () => [
                      { kind: 'edit', uri, edits: [appendLines(context.text(uri), [`!${path}`])] },
                    ],
                  },
                ],
        },
      );
    }
  },
});

/** The context itself is left out only where all that is in it is. */
const leavesOut = (rules: IgnoreRules, { source }: ContextCopyFact): boolean =>
  source === '.' || source === '/' ? rules.leavesOutAll && rules.leavesOut('.') : rules.leavesOut(source);
