import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'system-priority-class',
  topic: 'D7',
  severity: 'warning',
  profile: 'recommended',
  title: 'Workload with the priority of the cluster itself',
  why: 'With a class for system components the pod pushes out all others, also those that it was told to protect, and fills nodes when its number grows.',
  remedy: 'Make a priority class for applications and name it.',
  aliases: [],
  references: [kubernetesDocs('concepts/scheduling-eviction/pod-priority-preemption/', 'Pod priority')],

  pod(pod, { report }) {
    const name = pod.spec.at('priorityClassName');
    const { namespace } = pod.object;
    if (!/^system-(?:node|cluster)-critical$/.test(name.string ?? '')) return;
    if (namespace === 'kube-system' || pod.object.kind === 'DaemonSet') return;
    report(
      name,
      say`${pod.title} has the priority ${name.string ?? ''} of system components and pushes out all others. Use a class for applications.`,
    );
  },
});
