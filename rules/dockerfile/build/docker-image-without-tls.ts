import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'docker-image-without-tls',
  topic: 'A1',
  severity: 'error',
  profile: 'recommended',
  title: 'TLS of Docker in Docker is switched off',
  why: 'With an empty DOCKER_TLS_CERTDIR the entrypoint of the docker images listens on port 2375 without asking anybody for a certificate. The container is privileged, so whoever reaches the port is root on its host.',
  remedy:
    'Take it out: the entrypoint then makes certificates and listens on port 2376. Share the folder /certs/client with the clients.',
  aliases: [],
  references: [
    dockerDocs('engine/security/protect-access/', 'Protect the Docker daemon socket'),
    { title: 'Docker official image, TLS', url: 'https://hub.docker.com/_/docker' },
  ],

  env(env, { report }) {
    if (env.stage?.baseImage?.familiarName !== 'docker') return;
    for (const { name, value, span } of env.pairs)
      if (name.raw === 'DOCKER_TLS_CERTDIR' && value?.known === '')
        report(
          { span },
          say`Without DOCKER_TLS_CERTDIR the daemon listens on port 2375 and asks nobody who they are. Take this out.`,
        );
  },
});
