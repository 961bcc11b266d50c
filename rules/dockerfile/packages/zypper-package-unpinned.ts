import { programsOf } from '../model/package-managers';
import { dockerfileRule } from '../model/rule';
import { reportUnpinned } from './model/pins';

export default dockerfileRule({
  id: 'zypper-package-unpinned',
  topic: 'C5',
  severity: 'info',
  profile: 'all',
  title: '`zypper install` takes a package at any version',
  why: 'The same Dockerfile gives another image as soon as there is another version, and nobody sees the change. A package that was taken over reaches the image in the same way.',
  remedy:
    'Name the version behind each package: `curl=8.14.1`. Where the repository drops old versions soon, pin the base image by digest instead.',
  aliases: ['DL3037', 'kics:562952e4-0348-4dea-9826-44f3a2c6117b'],
  references: [{ title: 'openSUSE: zypper(8)', url: 'https://en.opensuse.org/SDB:Zypper_manual' }],
  inOnbuild: true,

  programs: programsOf('zypper'),
  command(command, context) {
    reportUnpinned(command, context, ['zypper']);
  },
});
