import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { addedCapabilities } from '../model/pod-security/capabilities';
import { kubernetesRule } from '../model/rule';

const known: ReadonlySet<string> = new Set(['ALL', 'NET_ADMIN', 'SYS_ADMIN']);

export default kubernetesRule({
  id: 'dangerous-capability',
  topic: 'B5',
  severity: 'warning',
  profile: 'all',
  title: 'Container adds a capability that is known as dangerous',
  why: 'These capabilities reach the kernel, the network or other processes.',
  remedy: 'Remove it.',
  aliases: ['polaris:dangerousCapabilities'],
  references: [podSecurityStandards.baseline],

  container(container, { report }) {
    for (const added of addedCapabilities(container))
      if (known.has((added.string ?? '').toUpperCase()))
        report(added, say`${container.title} adds ${added.string ?? ''}. Remove it.`);
  },
});
