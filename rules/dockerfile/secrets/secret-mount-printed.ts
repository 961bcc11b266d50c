import { say } from '../../message';
import { cwe, dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import type { Command } from '../model/shell/command';
import { isDump } from './model/dumps';
import type { MountedSecrets } from './model/mounted-secrets';
import { mountedSecretsOf } from './model/mounted-secrets';

export default dockerfileRule({
  id: 'secret-mount-printed',
  topic: 'C1',
  severity: 'error',
  profile: 'recommended',
  title: 'Mounted secret is printed to the build log',
  why: 'The output of a build is kept by the builder and the CI server, where many more people read it than may know the secret. Nothing takes secrets out of it.',
  remedy:
    'Do not print it: hand the file to the program that needs it. Leave `set -x` out of scripts that use secrets.',
  aliases: [],
  references: [dockerDocs('build/building/secrets/', 'Build secrets'), cwe(532)],
  inOnbuild: true,

  run(run, { report }) {
    const secrets = mountedSecretsOf(run);
    if (secrets.isEmpty) return;
    for (const command of run.commands) {
      if (isPrinted(command, secrets))
        report(
          command,
          say`This prints the secret to the log of the build. Hand its file to the program that needs it.`,
        );
      else if (isTraced(command, secrets))
        report(
          command,
          say`\`set -x\` prints this command with the secret in it to the log of the build. Switch it off with \`set +x\` before.`,
        );
    }
  },
});

const isPrinted = (command: Command, secrets: MountedSecrets): boolean =>
  (secrets.isPutOutBy(command) || (isDump(command) && secrets.hasVariable(command))) &&
  secrets.sinksOf(command).some(({ kind }) => kind === 'printed');

const isTraced = (command: Command, secrets: MountedSecrets): boolean =>
  command.position.options.xtrace &&
  (command.args.some(({ word }) => secrets.isContent(word, command)) ||
    command.assignments.some(({ value }) => secrets.isContent(value, command)));
