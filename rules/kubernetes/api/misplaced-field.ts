import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { fieldProblems } from '../model/fields';
import { misplacement } from '../model/misplaced';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'misplaced-field',
  topic: 'F1',
  severity: 'error',
  profile: 'recommended',
  title: 'Field at the wrong level',
  why: 'Kubernetes refuses or ignores a field that does not belong where it stands. A security setting at the wrong level protects nothing.',
  remedy: 'Move it to the level that it belongs to.',
  aliases: [],
  references: [kubernetesDocs('reference/using-api/api-concepts/#field-validation', 'Field validation')],
  fix: 'review',

  object(object, { report }) {
    for (const problem of fieldProblems(object)) {
      const found = problem.kind === 'unknown' ? misplacement(problem, object) : undefined;
      if (!found) continue;
      const { field } = problem;
      report(
        field.keySpan,
        say`\`${field.name}\` does nothing here: it belongs to ${found.where}. Move it there.`,
        {
          fix: found.edits && { title: say`Move it to ${found.where}`, edits: found.edits },
        },
      );
    }
  },
});
