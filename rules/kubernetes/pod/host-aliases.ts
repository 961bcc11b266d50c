import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { remove } from '../../yaml/edit';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'host-aliases',
  topic: 'B13',
  severity: 'info',
  profile: 'all',
  title: 'Pod writes /etc/hosts',
  why: 'Names that a pod answers for itself go past the DNS of the cluster, and are not renewed.',
  remedy: 'Remove `hostAliases`, and let DNS answer.',
  aliases: ['KSV-0007', 'kubesec:HostAliases'],
  references: [
    kubernetesDocs('tasks/network/customize-hosts-file-for-pods/', 'Adding entries to Pod /etc/hosts'),
  ],
  fix: 'review',

  pod(pod, { report }) {
    const aliases = pod.spec.at('hostAliases');
    if (aliases.exists)
      report(aliases, say`${pod.title} writes names into /etc/hosts. Let DNS answer for them.`, {
        fix: { title: say`Remove hostAliases`, edits: [remove(aliases)] },
      });
  },
});
