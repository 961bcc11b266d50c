import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { exposes, probePort } from '../model/ports';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'startup-port',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'Startup probe at a port that is not among the ports of the container',
  why: 'A port that nobody lists is often a slip: the probe then fails, and the container is killed or gets no requests.',
  remedy: 'List the port under `ports`, or correct the probe.',
  aliases: ['kube-linter:startup-port'],
  references: [
    kubernetesDocs(
      'tasks/configure-pod-container/configure-liveness-readiness-startup-probes/',
      'Configure probes',
    ),
  ],

  container(container, { report }) {
    const port = probePort(container, 'startupProbe');
    if (!port || port.isUnresolved || exposes(container, port.text ?? '')) return;
    report(
      port,
      say`${container.title} is asked at port ${port.text ?? ''} by its startup probe, but does not list that port. List it or correct the probe.`,
    );
  },
});
