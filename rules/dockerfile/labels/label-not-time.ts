import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import { reportValues } from './model/values';

export default dockerfileRule({
  id: 'label-not-time',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'LABEL is no time as RFC 3339 has it',
  why: 'Tools sort images by it and read other forms wrongly, or not at all. Which labels it is, your list says: without one, this rule is silent.',
  remedy: 'Write it as `2026-01-31T12:00:00Z`.',
  aliases: ['DL3053'],
  references: [dockerDocs('engine/manage-resources/labels/', 'Object labels')],
  options: {
    labels: { about: 'Labels whose value is a time.', default: [] as readonly string[] },
  },

  label(label, context) {
    reportValues(
      label,
      context,
      isTime,
      (label, value) =>
        say`The label \`${label}\` is no time: \`${value}\`. Write it as \`2026-01-31T12:00:00Z\`.`,
    );
  },
});

const form =
  /^(\d{4})-(\d\d)-(\d\d)[Tt]([01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

function isTime(value: string): boolean {
  const [, year, month, day] = (form.exec(value) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
