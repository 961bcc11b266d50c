import { say } from '../message';
import { dockerDocs } from '../references';
import { workspaceRule } from '../workspace-rule';
import { copiesOfAll, createIgnoreFile } from './model/copy-all';

export default workspaceRule({
  id: 'build-stage-without-dockerignore',
  topic: 'C3',
  severity: 'info',
  profile: 'all',
  title: 'All files are copied into a build stage, and nothing is left out',
  why: 'The stage is no part of the image, but its layers stay in the cache of the builder, and caches that are pushed for other machines have them too. Each change of any file also builds all again.',
  remedy:
    'Write a .dockerignore: leave all out with `*`, and take back in what is needed with `!src`. Or copy what is needed by name.',
  aliases: [],
  references: [
    dockerDocs('build/concepts/context/#dockerignore-files', 'Build context, .dockerignore files'),
  ],
  fix: 'review',
  asks: 'contextCopies',

  workspace(copies, context) {
    for (const { copy, ignore } of copiesOfAll(copies, context))
      if (!copy.isInImage && !ignore)
        context.report(
          copy,
          say`${copy.title} brings all that lies in the folder into the cache of the builder, and no .dockerignore leaves out .git, .env and keys.`,
          { fix: [createIgnoreFile(copy, copies, context)] },
        );
  },
});
