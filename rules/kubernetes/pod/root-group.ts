import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';
import { podContext } from '../model/security-context';

export default kubernetesRule({
  id: 'root-group',
  topic: 'B2',
  severity: 'info',
  profile: 'all',
  title: 'Pod has the group of root',
  why: 'Files of the node and of volumes that belong to the group 0 are open to such a pod.',
  remedy: 'Set the groups of the pod to numbers other than 0.',
  aliases: ['KSV-0116'],
  references: [
    kubernetesDocs('tasks/configure-pod-container/security-context/', 'Configure a security context'),
  ],

  pod(pod, { report }) {
    const groups = [
      podContext(pod, 'runAsGroup'),
      podContext(pod, 'fsGroup'),
      ...podContext(pod, 'supplementalGroups').items,
    ];
    for (const group of groups)
      if (group.number === 0) report(group, say`${pod.title} has the group of root. Set another number.`);
  },
});
