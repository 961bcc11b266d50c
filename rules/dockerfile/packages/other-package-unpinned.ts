import type { PackageManagerId } from '../model/package-managers';
import { dockerfileRule } from '../model/rule';
import { reportUnpinned } from './model/pins';

const managers: readonly PackageManagerId[] = ['tdnf', 'uv', 'yarn', 'pnpm', 'cargo', 'conda'];

export default dockerfileRule({
  id: 'other-package-unpinned',
  topic: 'C5',
  severity: 'info',
  profile: 'all',
  title: 'A package is installed at any version',
  why: 'The same Dockerfile gives another image as soon as there is another version, and nobody sees the change. A package that was taken over reaches the image in the same way.',
  remedy: 'Name the version with each package, or install what a lock file names.',
  aliases: [],
  references: [],
  inOnbuild: true,

  managers,
  command(command, context) {
    reportUnpinned(command, context, managers);
  },
});
