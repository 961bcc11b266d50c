import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isDeployment } from '../model/kinds';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'recreate-strategy',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'Deployment that does not roll',
  why: 'An update that takes the workload away for a while is put off, and security updates with it.',
  remedy: 'Set `strategy.type: RollingUpdate`.',
  aliases: ['C-0305'],
  references: [kubernetesDocs('concepts/workloads/controllers/deployment/', 'Deployments')],

  object(object, { report }) {
    if (!isDeployment(object) || !object.cursor.get('spec').isMap) return;
    const type = object.cursor.path('spec', 'strategy', 'type');
    if (type.isUnresolved || !type.exists || type.string === 'RollingUpdate') return;
    report(
      type.exists ? type : object,
      say`${object.title} stops all its pods for each update, security updates too. Use RollingUpdate.`,
    );
  },
});
