import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { addedCapabilities } from '../model/pod-security/capabilities';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'net-raw-capability',
  topic: 'B5',
  severity: 'warning',
  profile: 'all',
  title: 'Container adds NET_RAW',
  why: 'CAP_NET_RAW lets a process forge packets, and so answer for other pods.',
  remedy: 'Remove it.',
  aliases: ['KSV-0119'],
  references: [podSecurityStandards.baseline],

  container(container, { report }) {
    const added = addedCapabilities(container).find((item) => item.string === 'NET_RAW');
    if (added) report(added, say`${container.title} adds NET_RAW. Remove it.`);
  },
});
