import { programsOf } from '../model/package-managers';
import { dockerfileRule } from '../model/rule';
import { reportUnpinned } from './model/pins';

export default dockerfileRule({
  id: 'dnf-package-unpinned',
  topic: 'C5',
  severity: 'info',
  profile: 'all',
  title: '`dnf install` takes a package at any version',
  why: 'The same Dockerfile gives another image as soon as there is another version, and nobody sees the change. A package that was taken over reaches the image in the same way.',
  remedy:
    'Name the version behind each package: `curl-8.12.1`. Where the repository drops old versions soon, pin the base image by digest instead and rebuild by plan.',
  aliases: ['DL3041', 'kics:93d88cf7-f078-46a8-8ddc-178e03aeacf1'],
  references: [
    {
      title: 'DNF command reference, specifying packages',
      url: 'https://dnf.readthedocs.io/en/latest/command_ref.html#specifying-packages',
    },
  ],
  inOnbuild: true,

  programs: programsOf('dnf', 'microdnf'),
  command(command, context) {
    reportUnpinned(command, context, ['dnf', 'microdnf']);
  },
});
