import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isDeployment } from '../model/kinds';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'rolling-update-unset',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'Deployment without a rolling update said',
  why: 'An update that takes the workload away for a while is put off, and security updates with it.',
  remedy: 'Set `strategy.type: RollingUpdate`.',
  aliases: ['kube-linter:no-rolling-update-strategy'],
  references: [kubernetesDocs('concepts/workloads/controllers/deployment/', 'Deployments')],

  object(object, { report }) {
    if (!isDeployment(object) || !object.cursor.get('spec').isMap) return;
    const type = object.cursor.path('spec', 'strategy', 'type');
    if (type.isUnresolved || /^Rolling/.test(type.string ?? '')) return;
    report(
      type.exists ? type : object,
      say`${object.title} does not say that it updates pod by pod. Set strategy.type to RollingUpdate.`,
    );
  },
});
