import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isDeployment } from '../model/kinds';
import { isWhole } from '../model/pod';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'single-replica',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'Deployment with one replica',
  why: 'When its node goes, for an update or by an attack, a workload with too few pods is away.',
  remedy: 'Set `replicas` to 2 or more.',
  aliases: ['polaris:deploymentMissingReplicas'],
  references: [kubernetesDocs('concepts/workloads/controllers/deployment/', 'Deployments')],

  object(object, { report }) {
    if (!isDeployment(object)) return;
    const replicas = object.cursor.path('spec', 'replicas');
    if (replicas.isUnresolved || !isWhole(object)) return;
    if ((replicas.number ?? 1) < 2)
      report(
        replicas.exists ? replicas : object,
        say`${object.title} has fewer than 2 replicas, so it is gone while a node is. Set replicas to 2 or more.`,
      );
  },
});
