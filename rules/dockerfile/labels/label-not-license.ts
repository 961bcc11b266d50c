import { spdxLicenses as licenses } from '../../data/spdx-licenses';
import { say } from '../../message';
import { dockerfileRule } from '../model/rule';
import { reportValues } from './model/values';

export default dockerfileRule({
  id: 'label-not-license',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'LABEL is no identifier of a licence',
  why: 'Tools that check licences know them by the names of the SPDX list alone. Which labels it is, your list says: without one, this rule is silent.',
  remedy: 'Write the identifier of the SPDX list: `Apache-2.0`.',
  aliases: ['DL3054'],
  references: [{ title: 'SPDX: list of licences', url: 'https://spdx.org/licenses/' }],
  options: {
    labels: { about: 'Labels whose value is the identifier of a licence.', default: [] as readonly string[] },
  },

  label(label, context) {
    reportValues(
      label,
      context,
      (value) => licenses.has(value),
      (label, value) => say`The label \`${label}\` is no identifier of the SPDX list: \`${value}\`.`,
    );
  },
});
