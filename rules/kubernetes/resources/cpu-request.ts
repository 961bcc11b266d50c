import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { hasRequest, requestOf } from '../model/resources';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'cpu-request',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'Container without a CPU request',
  why: 'Without a request the scheduler puts the pod on a node that may have no time for it, and it gets the smallest share there.',
  remedy: 'Set `resources.requests.cpu` to what the container needs on an ordinary day.',
  aliases: ['KSV-0015', 'kics:ca469dd4-c736-448f-8ac1-30a642705e0a', 'C-0268'],
  references: [
    kubernetesDocs(
      'concepts/configuration/manage-resources-containers/',
      'Resource management for pods and containers',
    ),
  ],

  container(container, { report }) {
    if (container.type === 'ephemeral' || container.pod.isPatch) return;
    if (hasRequest(container, 'cpu')) return;
    report(
      requestOf(container, 'cpu'),
      say`${container.title} has no CPU request. Set resources.requests.cpu.`,
    );
  },
});
