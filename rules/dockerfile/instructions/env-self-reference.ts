import { say } from '../../message';
import { dockerDocs } from '../../references';
import type { Pair } from '../model/instructions';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'env-self-reference',
  topic: 'C10',
  severity: 'warning',
  profile: 'recommended',
  title: 'ENV uses a variable that the same ENV defines',
  why: 'All values of one ENV are filled in before any of them counts. The variable has its old value there, which is most often none.',
  remedy: 'Define the variable in an ENV before this one.',
  aliases: ['DL3044'],
  references: [
    dockerDocs(
      'reference/dockerfile/#environment-replacement',
      'Dockerfile reference, environment replacement',
    ),
  ],

  env(env, { report }) {
    for (const pair of env.pairs) {
      const used = usedFrom(env.pairs, pair).find((name) => isNew(env.environment.lookup(name).state));
      if (used === undefined || !pair.value) continue;
      report(
        pair.value,
        say`\`$${used}\` has its old value here: the same ENV sets it, but only once all of it is read. Set it in an ENV before.`,
      );
    }
  },
});

/** The variables of a pair that other pairs of its ENV define; `PATH=$PATH:/app` is as it should be. */
const usedFrom = (pairs: readonly Pair[], { value }: Pair): readonly string[] => {
  const variables = value?.expanded.variables.filter(({ guarded }) => !guarded) ?? [];
  return variables
    .map(({ name }) => name)
    .filter((name) => pairs.some((other) => other.value !== value && other.name.raw === name));
};

const isNew = (state: string): boolean => state === 'unset' || state === 'unknown';
