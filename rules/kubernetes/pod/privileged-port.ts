import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'privileged-port',
  topic: 'B13',
  severity: 'info',
  profile: 'all',
  title: 'Container listens on a port below 1024',
  why: 'Ports below 1024 need a capability, so the program runs with more power than others.',
  remedy: 'Listen on a higher port, and let the Service map it.',
  aliases: ['KSV-0117', 'kube-linter:privileged-ports'],
  references: [
    kubernetesDocs('tasks/configure-pod-container/security-context/', 'Configure a security context'),
  ],

  container(container, { report }) {
    for (const port of container.cursor.at('ports').items) {
      const containerPort = port.at('containerPort');
      const { number } = containerPort;
      if (number !== undefined && number > 0 && number < 1024)
        report(containerPort, say`${container.title} listens on the port ${number}. Take one from 1024 up.`);
    }
  },
});
