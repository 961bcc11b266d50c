import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { quantityOf } from '../model/quantity';
import { requestOf } from '../model/resources';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'cpu-request-zero-or-unset',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'Container whose CPU request is zero or not set',
  why: 'Without a request the scheduler puts the pod on a node that may have no time for it, and it gets the smallest share there.',
  remedy: 'Set `resources.requests.cpu`.',
  aliases: ['kube-linter:unset-cpu-requirements'],
  references: [
    kubernetesDocs(
      'concepts/configuration/manage-resources-containers/',
      'Resource management for pods and containers',
    ),
  ],

  container(container, { report }) {
    if (container.type === 'ephemeral' || container.pod.isPatch) return;
    const request = requestOf(container, 'cpu');
    if (request.exists && quantityOf(request) !== 0n) return;
    report(request, say`${container.title} has no CPU request. Set resources.requests.cpu.`);
  },
});
