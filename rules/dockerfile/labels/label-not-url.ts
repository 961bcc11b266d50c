import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import { reportValues } from './model/values';

export default dockerfileRule({
  id: 'label-not-url',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'LABEL is no URL',
  why: 'Tools make a link of it. Which labels it is, your list says: without one, this rule is silent.',
  remedy: 'Write the whole address, with `https://`.',
  aliases: ['DL3052'],
  references: [dockerDocs('engine/manage-resources/labels/', 'Object labels')],
  options: {
    labels: { about: 'Labels whose value is a URL.', default: [] as readonly string[] },
  },

  label(label, context) {
    reportValues(
      label,
      context,
      isUrl,
      (label, value) => say`The label \`${label}\` is no URL: \`${value}\`.`,
    );
  },
});

const isUrl = (value: string): boolean => /^[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>"]+$/.test(value);
