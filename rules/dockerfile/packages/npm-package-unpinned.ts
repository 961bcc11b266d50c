import { programsOf } from '../model/package-managers';
import { dockerfileRule } from '../model/rule';
import { reportUnpinned } from './model/pins';

export default dockerfileRule({
  id: 'npm-package-unpinned',
  topic: 'C5',
  severity: 'info',
  profile: 'all',
  title: '`npm install` takes a package at any version',
  why: 'The same Dockerfile gives another image as soon as there is another version, and nobody sees the change. A package that was taken over reaches the image in the same way.',
  remedy:
    'Name the version, as `typescript@5.9.3`, and for a repository the commit: `owner/repository#commit`.',
  aliases: ['DL3016', 'kics:e36d8880-3f78-4546-b9a1-12f0745ca0d5'],
  references: [{ title: 'npm install', url: 'https://docs.npmjs.com/cli/commands/npm-install' }],
  inOnbuild: true,

  programs: programsOf('npm'),
  command(command, context) {
    reportUnpinned(command, context, ['npm']);
  },
});
