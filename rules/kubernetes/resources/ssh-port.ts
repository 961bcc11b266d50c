import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'ssh-port',
  topic: 'A1',
  severity: 'warning',
  profile: 'all',
  title: 'Container with an SSH port',
  why: 'An SSH server in a container is a way in with keys and passwords of its own, past the access control of the cluster.',
  remedy: 'Remove it and use `kubectl exec`, which asks the API server for the right to.',
  aliases: ['kube-linter:ssh-port'],
  references: [
    kubernetesDocs(
      'tasks/debug/debug-application/get-shell-running-container/',
      'Get a shell to a running container',
    ),
  ],

  container(container, { report }) {
    for (const port of container.cursor.at('ports').items) {
      const number = port.at('containerPort');
      if (number.text !== '22' || (port.at('protocol').string ?? 'TCP') !== 'TCP') continue;
      report(
        number,
        say`${container.title} opens port 22, the port of SSH. Remove the server and use kubectl exec.`,
      );
    }
  },
});
