import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import { reportValues } from './model/values';

export default dockerfileRule({
  id: 'label-not-hash',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'LABEL is no hash of git',
  why: 'Who looks for the source of an image needs the commit. Which labels it is, your list says: without one, this rule is silent.',
  remedy: 'Write the whole hash, or its first seven digits.',
  aliases: ['DL3055'],
  references: [dockerDocs('engine/manage-resources/labels/', 'Object labels')],
  options: {
    labels: { about: 'Labels whose value is a hash of git.', default: [] as readonly string[] },
  },

  label(label, context) {
    reportValues(
      label,
      context,
      (value) => /^(?:[0-9a-f]{7}|[0-9a-f]{40})$/.test(value),
      (label, value) => say`The label \`${label}\` is no hash of git: \`${value}\`.`,
    );
  },
});
