import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { kubernetesRule } from '../model/rule';
import { podContext } from '../model/security-context';

const groups = ['kernel.msg', 'kernel.sem', 'kernel.shm', 'fs.mqueue.', 'net.'];

export default kubernetesRule({
  id: 'namespaced-sysctl',
  topic: 'B13',
  severity: 'info',
  profile: 'all',
  title: 'Pod sets a kernel setting for messages, memory or the network',
  why: 'These settings change how the kernel treats a pod, and some are not kept apart from other pods.',
  remedy: 'Remove the sysctl.',
  aliases: ['kube-linter:unsafe-sysctls'],
  references: [podSecurityStandards.baseline],

  pod(pod, { report }) {
    for (const sysctl of podContext(pod, 'sysctls').items) {
      const name = sysctl.get('name');
      if (groups.some((group) => name.string?.startsWith(group)))
        report(name, say`${pod.title} sets the sysctl \`${name.string ?? ''}\`. Remove it.`);
    }
  },
});
