import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isUnknown } from '../model/pod-security/check';
import { kubernetesRule } from '../model/rule';
import { effectiveGroup, effectiveUser } from '../model/user';

export default kubernetesRule({
  id: 'user-and-group-below-10000',
  topic: 'B2',
  severity: 'info',
  profile: 'all',
  title: 'Container has a user or group id below 10000',
  why: 'A low number may be that of a user or group of the node.',
  remedy: 'Set `runAsUser` and `runAsGroup` to 10000 or more.',
  aliases: ['kube-score:container-security-context-user-group-id'],
  references: [
    kubernetesDocs('tasks/configure-pod-container/security-context/', 'Configure a security context'),
  ],

  container(container, { report }) {
    const [low] = [effectiveUser(container), effectiveGroup(container)].filter(
      (id) => !isUnknown(id) && (id.number ?? 0) < 10_000,
    );
    if (!low || container.type === 'ephemeral' || container.pod.isPatch) return;
    report(low, say`${container.title} needs a ${low.name} from 10000 up.`);
  },
});
