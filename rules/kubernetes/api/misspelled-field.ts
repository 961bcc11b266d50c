import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { rename } from '../../yaml/edit';
import { fieldProblems } from '../model/fields';
import { misplacement } from '../model/misplaced';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'misspelled-field',
  topic: 'F1',
  severity: 'error',
  profile: 'recommended',
  title: 'Field that the API does not know, by a slip',
  why: 'Kubernetes refuses or ignores a field that it does not know. What the field was to do, it does not do, and a security setting that is ignored protects nothing.',
  remedy: 'Write the name as the API does.',
  aliases: [],
  references: [kubernetesDocs('reference/using-api/api-concepts/#field-validation', 'Field validation')],
  fix: 'review',

  object(object, { report }) {
    for (const problem of fieldProblems(object)) {
      if (problem.kind !== 'unknown' || problem.meant === undefined || misplacement(problem, object))
        continue;
      const { field, meant } = problem;
      report(
        field.keySpan,
        say`Kubernetes does not know \`${field.name}\` here, so it does nothing. Did you mean \`${meant}\`?`,
        {
          fix: field.isShared
            ? undefined
            : { title: say`Rename it to ${meant}`, edits: [rename(field, meant)] },
        },
      );
    }
  },
});
