import { cwe, dockerDocs } from '../references';
import { workspaceRule } from '../workspace-rule';
import { reportLetIn } from './model/let-in';

export default workspaceRule({
  id: 'dockerignore-lets-in-keys',
  topic: 'C3',
  severity: 'info',
  profile: 'all',
  title: '`.dockerignore` lets keys and credentials into the image',
  why: 'A key, a kubeconfig or the state of Terraform lies in the folder for a moment only, and that is when somebody builds. A .dockerignore that names such files keeps them out on that day too.',
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
        { path: 'id_rsa', line: '**/id_*' },
        { path: 'server.key', line: '**/*.key' },
        { path: '.ssh', line: '**/.ssh' },
        { path: '.aws', line: '**/.aws' },
        { path: '.npmrc', line: '**/.npmrc' },
        { path: 'kubeconfig', line: '**/kubeconfig' },
        { path: 'terraform.tfstate', line: '**/*.tfstate' },
      ],
      copies,
      context,
    );
  },
});
