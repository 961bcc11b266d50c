import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import { reportValues } from './model/values';

export default dockerfileRule({
  id: 'label-empty',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'LABEL without a value',
  why: 'An empty label says nothing to the tools that read it. Which labels it is, your list says: without one, this rule is silent.',
  remedy: 'Give the label a value.',
  aliases: ['DL3051'],
  references: [dockerDocs('engine/manage-resources/labels/', 'Object labels')],
  options: {
    labels: { about: 'Labels that may not be empty.', default: [] as readonly string[] },
  },

  label(label, context) {
    reportValues(
      label,
      context,
      (value) => value !== '',
      (label) => say`The label \`${label}\` is empty.`,
    );
  },
});
