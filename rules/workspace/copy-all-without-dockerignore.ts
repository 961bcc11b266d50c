import { say } from '../message';
import { cwe, dockerDocs } from '../references';
import { workspaceRule } from '../workspace-rule';
import { copiesOfAll, createIgnoreFile } from './model/copy-all';

export default workspaceRule({
  id: 'copy-all-without-dockerignore',
  topic: 'C3',
  severity: 'warning',
  profile: 'recommended',
  title: 'All files are copied into the image, and nothing is left out',
  why: 'Without a .dockerignore all that lies in the folder becomes part of the image: .git with its whole history, .env, keys and whatever else is there on the day of the build.',
  remedy:
    'Copy the folders that the image needs by name, or write a .dockerignore: leave all out with `*`, and take back in what is needed with `!src`.',
  aliases: [],
  references: [
    dockerDocs('build/concepts/context/#dockerignore-files', 'Build context, .dockerignore files'),
    cwe(538),
  ],
  fix: 'review',
  asks: 'contextCopies',

  workspace(copies, context) {
    for (const { copy, ignore } of copiesOfAll(copies, context))
      if (copy.isInImage && !ignore)
        context.report(
          copy,
          say`${copy.title} brings all that lies in the folder into the image, and no .dockerignore leaves out .git, .env and keys. Name what is needed, or write one.`,
          { fix: [createIgnoreFile(copy, copies, context)] },
        );
  },
});
