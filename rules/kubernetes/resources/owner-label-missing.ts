import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isWhole } from '../model/pod';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'owner-label-missing',
  topic: 'B11',
  severity: 'info',
  profile: 'all',
  title: 'Workload without an owner',
  why: 'Who finds something wrong wants to know whom to ask.',
  remedy: 'Set the label `owner`.',
  aliases: ['kube-linter:required-label-owner'],
  references: [kubernetesDocs('concepts/overview/working-with-objects/common-labels/', 'Recommended labels')],

  object(object, { report }) {
    const labels = object.metadata.at('labels').fields;
    if (isWhole(object) && !labels.some((label) => label.name === 'owner'))
      report(object, say`${object.title} does not say whose it is. Set the label owner.`);
  },
});
