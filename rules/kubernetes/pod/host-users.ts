import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { set } from '../../yaml/edit';
import { isUnknown } from '../model/pod-security/check';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'host-users',
  topic: 'B4',
  severity: 'info',
  profile: 'all',
  title: 'Pod has no user namespace of its own',
  why: 'In a user namespace root of a container is nobody on the node. It is on only where the pod asks for it.',
  remedy: 'Set `hostUsers: false` where nodes and volumes allow it.',
  aliases: ['kubesec:HostUsers'],
  references: [kubernetesDocs('concepts/workloads/pods/user-namespaces/', 'User namespaces')],
  fix: 'review',

  pod(pod, { report, version }) {
    const users = pod.spec.at('hostUsers');
    if (users.boolean === false || isUnknown(users) || version.minor < 25 || pod.isPatch) return;
    if (pod.os === 'windows') return;
    report(
      users.exists ? users : pod,
      say`${pod.title} shares the users of its node. Set hostUsers to false.`,
      {
        fix: { title: say`Give the pod a user namespace`, edits: [set(users, false)] },
      },
    );
  },
});
