import { say } from '../../message';
import { dockerDocs } from '../../references';
import { replaceWord } from '../model/edit';
import type { RunInstruction } from '../model/instructions/command-line';
import type { Mount } from '../model/instructions/mount';
import { dockerfileRule } from '../model/rule';
import type { Command } from '../model/shell/command';
import { type MountedSecrets, mountedSecretOf } from './model/mounted-secrets';

export default dockerfileRule({
  id: 'secret-mount-optional',
  topic: 'C1',
  severity: 'info',
  profile: 'all',
  title: 'Secret is not required although the command needs it',
  why: 'Without `required` a build that is not given the secret goes on without its file: commands work with an empty password or fail with a message that does not say why.',
  remedy: 'Add `required=true` to the mount: the build then stops and names the secret that is missing.',
  aliases: [],
  references: [
    dockerDocs('reference/dockerfile/#run---mounttypesecret', 'Dockerfile reference, secret mounts'),
  ],
  fix: 'review',
  inOnbuild: true,

  run(run, { report }) {
    for (const mount of run.mounts) {
      const value = mount.flag.value;
      if (mount.type !== 'secret' || mount.option('required') || !value || !isNeeded(run, mount)) continue;
      report(
        mount,
        say`This RUN needs the secret \`${mount.id ?? ''}\`, but goes on without it when the build is not given it. Add \`required=true\`.`,
        {
          fix: {
            title: say`Make the secret required`,
            edits: [replaceWord(value, `${value.raw},required=true`)],
          },
        },
      );
    }
  },
});

function isNeeded(run: RunInstruction, mount: Mount): boolean {
  if (mount.id === undefined) return false;
  const secret = mountedSecretOf(run, mount);
  const users = run.commands.filter((command) => uses(command, secret));
  return users.length > 0 && !users.some((command) => isOptional(command, secret));
}

const uses = (command: Command, secret: MountedSecrets): boolean =>
  command.args.some((argument) => secret.isFile(argument) || secret.isContent(argument.word, command)) ||
  command.assignments.some(({ value }) => secret.isContent(value, command)) ||
  command.redirections.some(
    ({ target }) =>
      target !== undefined &&
      (secret.isFile({ value: target.value, word: target }) || secret.isContent(target, command)),
  );

const tests = new Set(['test', '[', '[[']);

/** A script that asks whether the secret is there, or says what to do without it, can do without. */
const isOptional = (command: Command, secret: MountedSecrets): boolean =>
  tests.has(command.name ?? '') ||
  command.isInside('if', 'condition', 'case') ||
  command.position.after === '||' ||
  command.args.some(({ word }) =>
    word.expansions.some(({ guarded, text }) => guarded && secret.isMentioned(text)),
  );
