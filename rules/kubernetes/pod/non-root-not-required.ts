import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { isUnknown } from '../model/pod-security/check';
import { kubernetesRule } from '../model/rule';
import { podContext } from '../model/security-context';

export default kubernetesRule({
  id: 'non-root-not-required',
  topic: 'B2',
  severity: 'info',
  profile: 'all',
  title: 'Container without `runAsNonRoot: true`',
  why: 'Without `runAsNonRoot: true` a container may run as root.',
  remedy: 'Set `runAsNonRoot: true` for the pod.',
  aliases: ['KSV-0012'],
  references: [podSecurityStandards.restricted],

  container(container, { report }) {
    const own = container.securityContext.at('runAsNonRoot');
    const pods = podContext(container.pod, 'runAsNonRoot');
    if (container.type === 'ephemeral' || own.boolean === true || pods.boolean === true) return;
    if (isUnknown(own) || isUnknown(pods) || container.pod.isPatch) return;
    report(own, say`${container.title} does not refuse to run as root. Set runAsNonRoot to true.`);
  },
});
