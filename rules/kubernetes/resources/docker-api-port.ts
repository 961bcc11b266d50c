import { say } from '../../message';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'docker-api-port',
  topic: 'A1',
  severity: 'error',
  profile: 'essential',
  title: 'Docker API on a port of the node without TLS',
  why: 'On port 2375 the Docker API asks nobody for a password. Worms look for it and are root on the node within minutes.',
  remedy:
    'Remove the hostPort; where the API must be reached, use port 2376 with client certificates or SSH.',
  aliases: [],
  references: [
    {
      title: 'Docker: protect the Docker daemon socket',
      url: 'https://docs.docker.com/engine/security/protect-access/',
    },
  ],

  container(container, { report }) {
    for (const port of container.cursor.at('ports').items) {
      const hostPort = port.at('hostPort');
      if (hostPort.text === '2375')
        report(
          hostPort,
          say`${container.title} opens port 2375 of the node, where the Docker API asks nobody for a password. Remove the hostPort.`,
        );
    }
  },
});
