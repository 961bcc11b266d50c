import { cwe, dockerDocs } from '../references';
import { workspaceRule } from '../workspace-rule';
import { reportLetIn } from './model/let-in';

export default workspaceRule({
  id: 'dockerignore-lets-in-history',
  topic: 'C3',
  severity: 'warning',
  profile: 'recommended',
  title: '`.dockerignore` lets .git or .env into the image',
  why: '.git has every version of every file, also the passwords that were taken out later, and often the token of the CI server in its settings. .env is where people keep the passwords of their own machine.',
  remedy: 'Add the names to the .dockerignore, or leave all out with `*` and take back in what is needed.',
  aliases: [],
  references: [
    dockerDocs('build/concepts/context/#dockerignore-files', 'Build context, .dockerignore files'),
    cwe(538),
  ],
  fix: 'review',
  asks: 'contextCopies',

  workspace(copies, context) {
    reportLetIn(
      [
        { path: '.git', line: '.git' },
        { path: '.env', line: '**/.env' },
      ],
      copies,
      context,
    );
  },
});
