import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'label-superfluous',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'LABEL that is not on your list',
  why: 'Only the labels of your list are to be used: without one, this rule is silent.',
  remedy: 'Take the label out, or add it to the list.',
  aliases: ['DL3050'],
  references: [dockerDocs('engine/manage-resources/labels/', 'Object labels')],
  options: {
    labels: { about: 'The labels that images may have; all where empty.', default: [] as readonly string[] },
  },

  label({ pairs }, { report, option }) {
    const allowed = option<readonly string[]>('labels');
    for (const { name } of allowed.length === 0 ? [] : pairs)
      if (name.known !== undefined && !allowed.includes(name.known))
        report(name, say`The label \`${name.known}\` is not on your list.`);
  },
});
