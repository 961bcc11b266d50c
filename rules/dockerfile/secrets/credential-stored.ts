import { say } from '../../message';
import { cwe, dockerDocs } from '../../references';
import type { RunInstruction } from '../model/instructions/command-line';
import { severityIn } from '../model/reach';
import { dockerfileRule } from '../model/rule';
import type { Command } from '../model/shell/command';
import { staysInImage } from './model/paths';
import { storedCredential } from './model/stored-credentials';

export default dockerfileRule({
  id: 'credential-stored',
  topic: 'C1',
  severity: 'error',
  profile: 'recommended',
  title: 'Program keeps its credential in a file of the image',
  why: 'Programs write down what they log in with: git the address with its password in .git/config, npm the token in .npmrc, docker the password in config.json. The file stays in the layer, also where the credential was mounted as a secret.',
  remedy:
    'Give the credential for the one command only: mount a .netrc, .npmrc or pip.conf with `--mount=type=secret,target=…`, use `git -c http.extraheader=…`, or log out and delete the file in the same RUN.',
  aliases: [],
  references: [dockerDocs('build/building/secrets/', 'Build secrets'), cwe(522)],
  inOnbuild: true,

  run(run, { report, dockerfile }) {
    for (const command of run.commands) {
      const stored = storedCredential(command);
      if (!stored || !staysInImage(run, command, stored.path)) continue;
      if (laterThan(command, run).some((later) => stored.isUndoneBy(later))) continue;
      report(
        command,
        say`${command.name ?? ''} writes the credential to ${stored.path}, which stays in the layer. Give it for this command only, or take it out in the same RUN.`,
        { severity: severityIn(run.stage, dockerfile) },
      );
    }
  },
});

const laterThan = (command: Command, run: RunInstruction): readonly Command[] =>
  run.commands.filter(({ order }) => order > command.order);
