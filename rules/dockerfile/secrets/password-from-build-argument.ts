import { say } from '../../message';
import { cwe, dockerDocs } from '../../references';
import { isSecretName } from '../../secrets';
import type { Span } from '../../text';
import type { Dockerfile } from '../model/dockerfile';
import type { Instruction } from '../model/instructions';
import type { ArgInstruction, Pair } from '../model/instructions/pairs';
import { dockerfileRule } from '../model/rule';
import type { Argument, Command } from '../model/shell/command';
import { variablesIn } from './model/mounted-secrets';
import { passwordArguments } from './model/password-arguments';
import { asSecretMount } from './model/secret-mount-fix';

export default dockerfileRule({
  id: 'password-from-build-argument',
  topic: 'C1',
  severity: 'error',
  profile: 'recommended',
  title: 'Build argument is used as a password',
  why: 'Its name does not say so, but a program takes the value for a password. The values of build arguments are kept in the history of the image, in its provenance and in the cache of the builder.',
  remedy:
    'Mount it where it is needed: `RUN --mount=type=secret,id=NAME,env=NAME …`, and build with `--secret id=NAME`.',
  aliases: [],
  references: [dockerDocs('build/building/secrets/', 'Build secrets'), cwe(522)],
  fix: 'review',

  run(run, { report, dockerfile }) {
    for (const command of run.commands)
      for (const { name, span } of command.hasExpansions ? usesIn(command) : none) {
        const isArgument = run.environment.lookup(name).state === 'argument';
        if (!isArgument || isSecretName(name)) continue;
        const declared = declarationOf(name, run, dockerfile);
        report(
          span,
          say`ARG ${name} is a password here, and its value stays in the history of the image. Mount it with \`RUN --mount=type=secret,id=${name},env=${name}\`.`,
          declared && { fix: asSecretMount(declared.arg, declared.pair, dockerfile) },
        );
      }
  },
});

/** Variables that a program takes for a password, or that stand before the host of an address. */
function usesIn(command: Command): { name: string; span: Span }[] {
  const inWords = passwordArguments(command).flatMap(({ argument, secret }) =>
    variablesIn(secret).map((name) => ({ argument, name })),
  );
  const inAddresses = command.args.flatMap((argument): readonly { argument: Argument; name: string }[] => {
    if (!argument.value.includes('://')) return none;
    const credentials = /:\/\/([^\s/@]{1,300})@/.exec(argument.value)?.[1] ?? '';
    return variablesIn(credentials.slice(credentials.indexOf(':') + 1)).map((name) => ({ argument, name }));
  });
  return [...inWords, ...inAddresses].flatMap(({ argument, name }) => {
    const use = argument.word.expansions.find((expansion) => expansion.name === name);
    return use ? [{ name, span: use.span }] : [];
  });
}

const none: readonly never[] = [];

function declarationOf(
  name: string,
  user: Instruction,
  { instructions }: Dockerfile,
): { arg: ArgInstruction; pair: Pair } | undefined {
  for (const arg of instructions) {
    if (arg.kind !== 'arg' || arg.stage !== user.stage || arg.index > user.index) continue;
    const pair = arg.pairs.find((one) => one.name.raw === name);
    if (pair) return { arg, pair };
  }
  return undefined;
}
