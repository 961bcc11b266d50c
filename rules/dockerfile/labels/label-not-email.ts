import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import { reportValues } from './model/values';

export default dockerfileRule({
  id: 'label-not-email',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'LABEL is no e-mail address',
  why: 'Who finds a hole in the image must know where to write. Which labels it is, your list says: without one, this rule is silent.',
  remedy: 'Write the address alone: `security@example.com`.',
  aliases: ['DL3058'],
  references: [dockerDocs('engine/manage-resources/labels/', 'Object labels')],
  options: {
    labels: { about: 'Labels whose value is an e-mail address.', default: [] as readonly string[] },
  },

  label(label, context) {
    reportValues(
      label,
      context,
      isEmail,
      (label, value) => say`The label \`${label}\` is no e-mail address: \`${value}\`.`,
    );
  },
});

const isEmail = (value: string): boolean =>
  /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\[[\d.]+\])$/.test(
    value,
  );
