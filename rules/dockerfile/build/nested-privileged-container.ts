import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import type { Argument, Command } from '../model/shell/command';

export default dockerfileRule({
  id: 'nested-privileged-container',
  topic: 'C4',
  severity: 'warning',
  profile: 'recommended',
  title: 'Image starts privileged containers or builds',
  why: 'A privileged container, one that has the socket of the runtime, and a build with `--allow security.insecure` can do on their host whatever root can. Whatever takes over this image gets there by one command.',
  remedy:
    'Take the flag out and add the one capability or device that is needed. For builds in containers use a rootless builder.',
  aliases: [],
  references: [
    dockerDocs(
      'engine/containers/run/#runtime-privilege-and-linux-capabilities',
      'Running containers, privilege',
    ),
    dockerDocs('reference/cli/docker/buildx/build/#allow', 'buildx build --allow'),
  ],
  inOnbuild: true,

  programs: ['docker', 'podman', 'nerdctl'],
  commandLine(instruction, { report }) {
    for (const command of instruction.commands)
      for (const argument of privilegesOf(command))
        report(
          argument,
          say`\`${argument.value}\` gives what ${command.name ?? ''} starts the rights of root on its host. Take it out, and add only what is needed.`,
        );
  },
});

const starters = /^(?:docker|podman|nerdctl)$/;

function privilegesOf(command: Command): readonly Argument[] {
  if (!starters.test(command.name ?? '')) return [];
  const action = command.args
    .slice(0, 3)
    .find(({ value }) => /^(?:run|create|exec|build|bake)$/.test(value))?.value;
  if (action === undefined) return [];
  const isBuild = action === 'build' || action === 'bake';
  return command.args.filter(({ value }, index) => {
    if (isBuild)
      return (
        value === '--allow=security.insecure' ||
        (value === 'security.insecure' && command.args[index - 1]?.value === '--allow')
      );
    return /^--privileged(?:=true)?$/.test(value) && isOwnFlag(command, index, action);
  });
}

/** Behind the image stand the words of the program in the container. */
function isOwnFlag(command: Command, index: number, action: string): boolean {
  const from = command.args.findIndex(({ value }) => value === action);
  return command.args.slice(from + 1, index).every((argument, at, before) => {
    const last = before[at - 1];
    return argument.isFlag || (last?.isFlag === true && !last.value.includes('='));
  });
}
