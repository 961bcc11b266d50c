import { programsOf } from '../model/package-managers';
import { dockerfileRule } from '../model/rule';
import { reportUnpinned } from './model/pins';

export default dockerfileRule({
  id: 'apk-package-unpinned',
  topic: 'C5',
  severity: 'info',
  profile: 'all',
  title: '`apk add` takes a package at any version',
  why: 'The same Dockerfile gives another image as soon as there is another version, and nobody sees the change. A package that was taken over reaches the image in the same way.',
  remedy:
    'Name the version behind each package: `curl=8.14.1-r2`, or `curl~8.14` for all its revisions. Alpine keeps only the newest revision, so a pin by digest of the base image may serve you better.',
  aliases: ['DL3018', 'kics:d3499f6d-1651-41bb-a9a7-de925fea487b'],
  references: [
    {
      title: 'Alpine: apk, pinning packages',
      url: 'https://wiki.alpinelinux.org/wiki/Alpine_Package_Keeper#Package_pinning',
    },
  ],
  inOnbuild: true,

  programs: programsOf('apk'),
  command(command, context) {
    reportUnpinned(command, context, ['apk']);
  },
});
