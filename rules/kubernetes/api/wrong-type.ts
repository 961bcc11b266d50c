import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isPlaceholder } from '../../secrets';
import type { Cursor } from '../../yaml/cursor';
import { setAny } from '../../yaml/edit';
import type { Plain } from '../../yaml/style';
import { fieldProblems } from '../model/fields';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'wrong-type',
  topic: 'F1',
  severity: 'error',
  profile: 'recommended',
  title: 'Value of another type than the API wants',
  why: 'The API server refuses an object with a value of another type, so nothing of it comes into force.',
  remedy:
    'Write the value as the API wants it: without quotes for numbers and true or false, with quotes for text.',
  aliases: [],
  references: [kubernetesDocs('reference/using-api/api-concepts/#field-validation', 'Field validation')],
  fix: 'review',

  object(object, { report }) {
    for (const problem of fieldProblems(object)) {
      if (problem.kind !== 'wrong-type' || isPlaceholder(problem.field.text ?? '')) continue;
      const { field, wanted } = problem;
      const right = converted(field, wanted);
      report(field, say`\`${field.name}\` must be ${words(wanted)}, so the API server refuses this object.`, {
        fix:
          right === undefined || field.isShared
            ? undefined
            : { title: say`Write it as ${words(wanted)}`, edits: [setAny(field, right)] },
      });
    }
  },
});

function words(wanted: string): string {
  if (wanted.endsWith('[]')) return 'a list';
  if (wanted === 'boolean') return 'true or false';
  if (wanted === 'number') return 'a number';
  if (wanted === 'string') return 'text';
  return wanted === 'quantity' ? 'a quantity' : 'a map';
}

/** The value as the API wants it, where what is meant is certain. */
function converted(field: Cursor, wanted: string): Plain | undefined {
  const { scalar, text } = field;
  if (scalar === undefined || scalar === null || text === undefined) return undefined;
  if (wanted === 'string') return text;
  if (wanted === 'string[]' && typeof scalar === 'string') return [scalar];
  if (wanted === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return wanted === 'number' && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
