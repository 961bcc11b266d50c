import { say } from '../../message';
import { cwe, dockerDocs } from '../../references';
import { isSecretName } from '../../secrets';
import type { RunInstruction } from '../model/instructions/command-line';
import { severityIn } from '../model/reach';
import { dockerfileRule } from '../model/rule';
import type { Command } from '../model/shell/command';
import { credentialKind, privateKeyKind } from './model/credential-files';
import { staysInImage } from './model/paths';

export default dockerfileRule({
  id: 'key-file-from-variable',
  topic: 'C2',
  severity: 'error',
  profile: 'recommended',
  title: 'Build argument is written to a file of credentials',
  why: 'The value of a build argument is kept in the history of the image, and the file that is made of it in a layer. Whoever gets the image has both.',
  remedy:
    'Mount the file where it is needed with `RUN --mount=type=secret,id=…,target=…`, or use `--mount=type=ssh` for SSH.',
  aliases: [],
  references: [dockerDocs('build/building/secrets/', 'Build secrets'), cwe(522)],
  inOnbuild: true,

  programs: ['echo', 'printf'],
  run(run, { report, dockerfile }) {
    for (const command of run.commands) {
      const name = argumentIn(command, run);
      if (name === undefined) continue;
      for (const path of filesWrittenBy(command)) {
        if (!(privateKeyKind(path) ?? credentialKind(path)) || !staysInImage(run, command, path)) continue;
        report(
          command,
          say`ARG ${name} is written to ${path}, so that the secret is in the history and in a layer. Mount the file as a secret.`,
          { severity: severityIn(run.stage, dockerfile) },
        );
      }
    }
  },
});

/** The build argument that echo or printf puts out. Those whose names speak of secrets have a rule of their own. */
function argumentIn(command: Command, run: RunInstruction): string | undefined {
  if (command.name !== 'echo' && command.name !== 'printf') return undefined;
  const used = command.args.flatMap(({ word }) => word.expansions.flatMap(({ name }) => name ?? []));
  return used.find((name) => !isSecretName(name) && run.environment.lookup(name).state === 'argument');
}

/** Files that the output goes to, by redirection or through pipes to `tee`, `base64 -d` and the like. */
function filesWrittenBy(command: Command): string[] {
  const own = command.redirections.flatMap(({ operator, target }) =>
    /^>[>|]?$/.test(operator) && target ? [target.value] : [],
  );
  const named = command.name === 'tee' ? command.positionals().map(({ value }) => value) : [];
  return [...own, ...named, ...command.pipesInto.flatMap(filesWrittenBy)];
}
