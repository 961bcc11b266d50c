import { say } from '../../message';
import { dockerDocs } from '../../references';
import { closestTo } from '../../words';
import type { Dockerfile } from '../model/dockerfile';
import { replaceWord } from '../model/edit';
import { dockerfileRule } from '../model/rule';
import { platformArguments } from '../model/scope';
import { useOf } from '../model/variable-use';

export default dockerfileRule({
  id: 'base-image-argument-undeclared',
  topic: 'C10',
  severity: 'error',
  profile: 'recommended',
  title: 'FROM uses a variable that no ARG before it declares',
  why: 'An unknown variable is empty: FROM takes another image than the one that is meant, or the build fails. ARGs inside of a stage do not count.',
  remedy: 'Declare it by ARG before the first FROM.',
  aliases: ['buildkit:UndefinedArgInFrom'],
  references: [dockerDocs('reference/build-checks/undefined-arg-in-from/', 'UndefinedArgInFrom')],
  fix: 'review',

  from(from, { report, dockerfile }) {
    for (const word of [from.image, from.platform]) {
      if (!word?.hasVariables) continue;
      const unset = word.expanded.variables.filter(({ state }) => state === 'unset');
      for (const name of new Set(unset.map((variable) => variable.name))) {
        const place = useOf(word, name);
        if (!place) continue;
        const close = closestTo(name, declaredIn(dockerfile));
        report(place, say`No ARG before the first FROM declares \`${name}\`, so it is empty here.`, {
          fix:
            close === undefined
              ? undefined
              : { title: say`Write ${close}`, edits: [replaceWord(place, close)] },
        });
      }
    }
  },
});

const declaredIn = ({ globalArgs }: Dockerfile): readonly string[] => [
  ...globalArgs.flatMap(({ pairs }) => pairs.map(({ name }) => name.raw)),
  ...platformArguments,
];
