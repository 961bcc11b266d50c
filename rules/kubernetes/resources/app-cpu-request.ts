import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { lacksRequest, requestOf } from '../model/resources';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'app-cpu-request',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'App container without a CPU request',
  why: 'Without a request the scheduler puts the pod on a node that may have no time for it, and it gets the smallest share there.',
  remedy: 'Set `resources.requests.cpu` to what the container needs on an ordinary day.',
  aliases: ['polaris:cpuRequestsMissing'],
  references: [
    kubernetesDocs(
      'concepts/configuration/manage-resources-containers/',
      'Resource management for pods and containers',
    ),
  ],

  container(container, { report }) {
    if (!lacksRequest(container, 'cpu')) return;
    report(
      requestOf(container, 'cpu'),
      say`${container.title} has no CPU request. Set resources.requests.cpu.`,
    );
  },
});
