import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import type { Stage } from '../model/stage';
import { stagesWithout } from './model/lineage';

export default dockerfileRule({
  id: 'label-missing',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'LABEL of your list is missing',
  why: 'Labels that all images are to have are on your list: without one, this rule is silent.',
  remedy: 'Add the label.',
  aliases: ['DL3049'],
  references: [dockerDocs('engine/manage-resources/labels/', 'Object labels')],
  options: {
    labels: { about: 'Labels that every image must have.', default: [] as readonly string[] },
  },

  file({ stages }, { report, option }) {
    for (const label of option<readonly string[]>('labels'))
      for (const stage of stagesWithout(stages, (one) => hasLabel(one, label)))
        report(stage, say`The label \`${label}\` is missing in ${stage.title}.`);
  },
});

const hasLabel = (stage: Stage, label: string): boolean =>
  stage.ofKind('label').some(({ pairs }) => pairs.some(({ name }) => name.known === label));
