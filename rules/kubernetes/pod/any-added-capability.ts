import { say } from '../../message';
import { cisKubernetes, podSecurityStandards } from '../../references';
import { addedCapabilities } from '../model/pod-security/capabilities';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'any-added-capability',
  topic: 'B5',
  severity: 'info',
  profile: 'all',
  title: 'Container adds a capability',
  why: 'Each capability that is added is power that the container did not have.',
  remedy: 'Do without it, or let a narrower setting do the work.',
  aliases: ['KSV-0022', 'CKV_K8S_25', 'kics:19ebaa28-fc86-4a58-bcfa-015c9e22fe40'],
  references: [podSecurityStandards.baseline, cisKubernetes('5.2.8')],

  container(container, { report }) {
    const added = addedCapabilities(container);
    if (added.length > 0)
      report(
        container.securityContext.at('capabilities').get('add'),
        say`${container.title} adds capabilities: ${added.map(({ text }) => text ?? '').join(', ')}. See whether it can do without.`,
      );
  },
});
