import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { addedCapabilities } from '../model/pod-security/capabilities';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'sys-module-capability',
  topic: 'B5',
  severity: 'error',
  profile: 'all',
  title: 'Container adds SYS_MODULE',
  why: 'CAP_SYS_MODULE lets a process load a kernel module, that is run code as the kernel.',
  remedy: 'Remove it.',
  aliases: ['KSV-0120'],
  references: [podSecurityStandards.baseline],

  container(container, { report }) {
    const added = addedCapabilities(container).find((item) => item.string === 'SYS_MODULE');
    if (added) report(added, say`${container.title} adds SYS_MODULE. Remove it.`);
  },
});
