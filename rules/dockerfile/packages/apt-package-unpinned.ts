import { dockerDocs } from '../../references';
import { programsOf } from '../model/package-managers';
import { dockerfileRule } from '../model/rule';
import { reportUnpinned } from './model/pins';

export default dockerfileRule({
  id: 'apt-package-unpinned',
  topic: 'C5',
  severity: 'info',
  profile: 'all',
  title: '`apt-get install` takes a package at any version',
  why: 'The same Dockerfile gives another image as soon as the archive has another version, and nobody sees the change. A pinned version fails the build when it is gone, so that a person looks at it.',
  remedy:
    'Name the version behind each package: `curl=8.14.1-2`. Where the archive drops old versions soon, install from a snapshot archive, or pin the base image by digest instead.',
  aliases: ['DL3008', 'kics:965a08d7-ef86-4f14-8792-4a3b2098937e'],
  references: [dockerDocs('build/building/best-practices/#apt-get', 'Building best practices, apt-get')],
  inOnbuild: true,

  programs: programsOf('apt-get'),
  command(command, context) {
    reportUnpinned(command, context, ['apt-get']);
  },
});
