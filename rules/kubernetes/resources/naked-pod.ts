import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isKind } from '../model/kinds';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'naked-pod',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'Pod without a workload',
  why: 'A Pod of its own is not replaced when its node goes, and not updated by anybody.',
  remedy: 'Make it the template of a Deployment or a Job.',
  aliases: ['C-0073'],
  references: [kubernetesDocs('concepts/workloads/controllers/deployment/', 'Deployments')],

  object(object, { report }) {
    if (!isKind(object, '', 'Pod') || object.metadata.at('ownerReferences').items.length > 0) return;
    report(
      object,
      say`${object.title} is not replaced when its node goes. Make it the template of a Deployment or a Job.`,
    );
  },
});
