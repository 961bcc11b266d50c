import type { PackageManagerId } from '../model/package-managers';
import { dockerfileRule } from '../model/rule';
import { reportUnpinned } from './model/pins';

const managers: readonly PackageManagerId[] = ['pip', 'pipx'];

export default dockerfileRule({
  id: 'pip-package-unpinned',
  topic: 'C5',
  severity: 'info',
  profile: 'all',
  title: '`pip install` takes a package at any version',
  why: 'The same Dockerfile gives another image as soon as there is another version, and nobody sees the change. A package that was taken over reaches the image in the same way.',
  remedy:
    'Name the version, as `requests==2.32.5`, or install from a requirements file that does, best with hashes (`--require-hashes`).',
  aliases: ['DL3013', 'kics:02d9c71f-3ee8-4986-9c27-1a20d0d19bfc'],
  references: [
    { title: 'pip: Repeatable installs', url: 'https://pip.pypa.io/en/stable/topics/repeatable-installs/' },
  ],
  inOnbuild: true,

  managers,
  command(command, context) {
    reportUnpinned(command, context, managers);
  },
});
