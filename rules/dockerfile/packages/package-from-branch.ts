import { say } from '../../message';
import { cwe } from '../../references';
import { installsOf, type PackageCall } from '../model/package-managers';
import { dockerfileRule } from '../model/rule';
import type { Argument } from '../model/shell/command';
import { headOf } from './model/pins';

export default dockerfileRule({
  id: 'package-from-branch',
  topic: 'C5',
  severity: 'warning',
  profile: 'recommended',
  title: 'A package is built from the head of a repository',
  why: 'The build takes whatever was pushed last, released or not, reviewed or not. Whoever may push there puts code into the image, and no two builds are the same.',
  remedy:
    'Name a commit: `git+https://…@<commit>` for pip, `#<commit>` for npm, `--rev <commit>` for cargo, `@<commit>` for go.',
  aliases: [],
  references: [cwe(494)],
  inOnbuild: true,

  managers: ['cargo', 'go', 'pip', 'pipx', 'uv', 'npm', 'yarn', 'pnpm'],
  command(command, { report }) {
    const call = installsOf(command);
    if (!call) return;
    for (const { argument, head } of headsIn(call))
      report(
        argument,
        head === undefined
          ? say`This takes whatever was pushed last. Name a commit.`
          : say`\`${head}\` is whatever was pushed last. Name a commit.`,
      );
  },
});

function headsIn(call: PackageCall): readonly { argument: Argument; head: string | undefined }[] {
  const { command, manager } = call;
  if (manager.id === 'cargo') {
    const git = command.flagValue('--git');
    if (!git || command.hasFlag('--rev', '--tag')) return [];
    return [{ argument: git, head: command.flagValue('--branch')?.value }];
  }
  const named = [
    ...call.packages.map(({ argument }) => argument),
    ...(/^(?:pip|uv)$/.test(manager.id)
      ? [command.flagValue('-e', '--editable')].flatMap((one) => one ?? [])
      : []),
  ];
  return named.flatMap((argument) => {
    const found = headOf(argument, manager.id);
    return found ? [{ argument, head: found.branch }] : [];
  });
}
