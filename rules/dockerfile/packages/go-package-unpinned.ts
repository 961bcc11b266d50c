import { programsOf } from '../model/package-managers';
import { dockerfileRule } from '../model/rule';
import { reportUnpinned } from './model/pins';

export default dockerfileRule({
  id: 'go-package-unpinned',
  topic: 'C5',
  severity: 'info',
  profile: 'all',
  title: '`go install` takes a program at any version',
  why: 'The same Dockerfile gives another image as soon as there is another version, and nobody sees the change. A package that was taken over reaches the image in the same way.',
  remedy:
    'Name the version behind the package: `example.com/tool@v1.2.3`. `@latest` is whatever is newest when the layer is built.',
  aliases: ['DL3062'],
  references: [{ title: 'Go modules reference, go install', url: 'https://go.dev/ref/mod#go-install' }],
  inOnbuild: true,

  programs: programsOf('go'),
  command(command, context) {
    reportUnpinned(command, context, ['go']);
  },
});
