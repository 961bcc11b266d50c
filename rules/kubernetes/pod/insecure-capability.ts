import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { addedCapabilities } from '../model/pod-security/capabilities';
import { kubernetesRule } from '../model/rule';

const known: ReadonlySet<string> = new Set([
  'ALL',
  'BPF',
  'MAC_ADMIN',
  'MAC_OVERRIDE',
  'NET_ADMIN',
  'NET_RAW',
  'PERFMON',
  'SETPCAP',
  'SYS_ADMIN',
  'SYS_BOOT',
  'SYS_MODULE',
  'SYS_PTRACE',
  'SYS_RAWIO',
]);

export default kubernetesRule({
  id: 'insecure-capability',
  topic: 'B5',
  severity: 'warning',
  profile: 'all',
  title: 'Container adds a capability that is known as insecure',
  why: 'These capabilities reach the kernel, the network or other processes.',
  remedy: 'Remove it.',
  aliases: ['C-0046'],
  references: [podSecurityStandards.baseline],

  container(container, { report }) {
    for (const added of addedCapabilities(container))
      if (known.has(added.string ?? ''))
        report(added, say`${container.title} adds ${added.string ?? ''}. Remove it.`);
  },
});
