import { say } from '../../message';
import { cwe, dockerDocs } from '../../references';
import { isHarmless, isSecretName } from '../../secrets';
import type { Dockerfile } from '../model/dockerfile';
import type { Instruction } from '../model/instructions';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'environment-from-secret-argument',
  topic: 'C1',
  severity: 'error',
  profile: 'recommended',
  title: 'Secret build argument is kept in ENV',
  why: 'ENV is part of the configuration of the image: the value that was given to the build is there for everybody who gets the image, and in every container.',
  remedy:
    'Take the ENV out. Mount the secret with `RUN --mount=type=secret` where the build needs it, and give it to the container when it runs.',
  aliases: [],
  references: [dockerDocs('build/building/secrets/', 'Build secrets'), cwe(526)],
  inOnbuild: true,

  env(env, { report, dockerfile }) {
    for (const { name, value, span } of env.pairs) {
      const argument = value?.expanded.variables.find(
        (use) => (isSecretName(use.name) || isSecretName(name.raw)) && isArgument(use.name, env, dockerfile),
      );
      if (!argument) continue;
      report(
        { span },
        say`ENV ${name.value} keeps the value of ARG ${argument.name} in the image, where everybody who gets it can read it. Mount the secret where it is needed.`,
      );
    }
  },
});

/** True where a name is that of an ARG which is there to be given a value. */
const isArgument = (name: string, env: Instruction, { instructions }: Dockerfile): boolean => {
  const pairs = instructions.flatMap((other) =>
    other.kind === 'arg' && other.index < env.index && (other.isGlobal || other.stage === env.stage)
      ? other.pairs.filter((pair) => pair.name.raw === name)
      : [],
  );
  const last = pairs.at(-1);
  const value = last?.value?.known;
  return last !== undefined && (value === undefined || value === '' || !isHarmless(value));
};
