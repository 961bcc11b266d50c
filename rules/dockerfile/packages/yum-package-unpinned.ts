import { programsOf } from '../model/package-managers';
import { dockerfileRule } from '../model/rule';
import { reportUnpinned } from './model/pins';

export default dockerfileRule({
  id: 'yum-package-unpinned',
  topic: 'C5',
  severity: 'info',
  profile: 'all',
  title: '`yum install` takes a package at any version',
  why: 'The same Dockerfile gives another image as soon as there is another version, and nobody sees the change. A package that was taken over reaches the image in the same way.',
  remedy:
    'Name the version behind each package: `curl-8.12.1`. Where the repository drops old versions soon, pin the base image by digest instead and rebuild by plan.',
  aliases: ['DL3033', 'kics:6452c424-1d92-4deb-bb18-a03e95d579c4'],
  references: [{ title: 'yum(8)', url: 'https://man7.org/linux/man-pages/man8/yum.8.html' }],
  inOnbuild: true,

  programs: programsOf('yum'),
  command(command, context) {
    reportUnpinned(command, context, ['yum']);
  },
});
