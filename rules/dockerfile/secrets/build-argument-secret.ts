import { say } from '../../message';
import { cwe, dockerDocs } from '../../references';
import { isSecretName } from '../../secrets';
import type { Dockerfile } from '../model/dockerfile';
import type { ArgInstruction, Pair } from '../model/instructions/pairs';
import { dockerfileRule } from '../model/rule';
import { isGivenByBuild } from './model/literals';
import { asSecretMount } from './model/secret-mount-fix';

export default dockerfileRule({
  id: 'build-argument-secret',
  topic: 'C1',
  severity: 'error',
  profile: 'recommended',
  title: 'Secret is handed to the build as ARG',
  why: 'The value of a build argument is kept with the image: in its history, in its provenance and in the cache of the builder. Whoever gets the image can read it.',
  remedy:
    'Mount it where it is needed: `RUN --mount=type=secret,id=NAME,env=NAME …`, and build with `--secret id=NAME`. The form with `env=` needs version 1.10 of the Dockerfile syntax; without it the secret is the file /run/secrets/NAME.',
  aliases: [],
  references: [
    dockerDocs('build/building/secrets/', 'Build secrets'),
    dockerDocs('reference/build-checks/secrets-used-in-arg-or-env/', 'Secrets used in ARG or ENV'),
    cwe(522),
  ],
  fix: 'review',
  inOnbuild: true,

  arg(arg, { report, dockerfile }) {
    for (const pair of arg.pairs) {
      const name = pair.name.raw;
      if (!isSecretName(name) || !isGivenByBuild(pair) || isRepeated(arg, name, dockerfile)) continue;
      report(
        pair.name,
        say`ARG ${name} hands a secret to the build, and its value stays in the history of the image. Mount it with \`RUN --mount=type=secret,id=${name},env=${name}\`.`,
        { fix: asSecretMount(arg, pair, dockerfile) },
      );
    }
  },
});

/** One finding for each argument: a global one is told of where a stage takes it up, another at its first place in the stage. */
const isRepeated = (arg: ArgInstruction, name: string, { instructions }: Dockerfile): boolean =>
  instructions.some(
    (other) =>
      other.kind === 'arg' &&
      other !== arg &&
      has(other.pairs, name) &&
      (arg.isGlobal ? !other.isGlobal : other.stage === arg.stage && other.index < arg.index),
  );

const has = (pairs: readonly Pair[], name: string): boolean => pairs.some((pair) => pair.name.raw === name);
