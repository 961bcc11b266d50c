import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isDeployment, isKind } from '../model/kinds';
import type { KubernetesObject } from '../model/object';
import { isWhole } from '../model/pod';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'fewer-than-three-replicas',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'Workload with fewer than three replicas',
  why: 'When its node goes, for an update or by an attack, a workload with too few pods is away.',
  remedy: 'Set `replicas` to 3 or more.',
  aliases: ['kube-linter:minimum-three-replicas'],
  references: [kubernetesDocs('concepts/workloads/controllers/deployment/', 'Deployments')],

  object(object, { report }) {
    if (!hasReplicas(object)) return;
    const replicas = object.cursor.path('spec', 'replicas');
    if (replicas.isUnresolved || !isWhole(object)) return;
    if ((replicas.number ?? 1) < 3)
      report(
        replicas.exists ? replicas : object,
        say`${object.title} has fewer than 3 replicas, so it is gone while a node is. Set replicas to 3 or more.`,
      );
  },
});

const hasReplicas = (object: KubernetesObject): boolean =>
  isDeployment(object) ||
  isKind(object, 'apps', 'StatefulSet', 'ReplicaSet') ||
  isKind(object, '', 'ReplicationController') ||
  isKind(object, 'apps.openshift.io', 'DeploymentConfig');
