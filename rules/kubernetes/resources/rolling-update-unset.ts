import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isDeployment, isKind } from '../model/kinds';
import type { KubernetesObject } from '../model/object';
import { isWhole } from '../model/pod';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'rolling-update-unset',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'Workload that does not say that it updates pod by pod',
  why: 'An update that takes the workload away for a while is put off, and security updates with it.',
  remedy: 'Set `strategy.type: RollingUpdate`, or `updateStrategy.type` of a StatefulSet or DaemonSet.',
  aliases: ['kube-linter:no-rolling-update-strategy'],
  references: [kubernetesDocs('concepts/workloads/controllers/deployment/', 'Deployments')],

  object(object, { report }) {
    const key = strategyKey(object);
    if (key === undefined || !isWhole(object)) return;
    const type = object.cursor.path('spec', key, 'type');
    if (type.isUnresolved || /^Rolling(?:Update)?$/.test(type.string ?? '')) return;
    report(
      type.exists ? type : object,
      say`${object.title} does not say that it updates pod by pod. Set ${key}.type to RollingUpdate.`,
    );
  },
});

/** Where a workload says how it is updated; undefined for those that are not. */
function strategyKey(object: KubernetesObject): 'strategy' | 'updateStrategy' | undefined {
  if (isDeployment(object) || isKind(object, 'apps.openshift.io', 'DeploymentConfig')) return 'strategy';
  return isKind(object, 'apps', 'StatefulSet', 'DaemonSet') ? 'updateStrategy' : undefined;
}
