import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { lacksAmount, requestOf } from '../model/resources';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'cpu-amount',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'Container without a CPU request or limit',
  why: 'Without a request the scheduler puts the pod on a node that may have no time for it, and it gets the smallest share there.',
  remedy: 'Set `resources.requests.cpu` to what the container needs on an ordinary day.',
  aliases: ['CKV_K8S_10'],
  references: [
    kubernetesDocs(
      'concepts/configuration/manage-resources-containers/',
      'Resource management for pods and containers',
    ),
  ],

  container(container, { report }) {
    if (!lacksAmount(container, 'cpu')) return;
    report(
      requestOf(container, 'cpu'),
      say`${container.title} has neither a CPU request nor a limit. Set resources.requests.cpu.`,
    );
  },
});
