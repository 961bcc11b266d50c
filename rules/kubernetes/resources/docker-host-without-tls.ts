import { say } from '../../message';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'docker-host-without-tls',
  topic: 'A1',
  severity: 'warning',
  profile: 'recommended',
  title: 'Docker API asked without TLS',
  why: 'Over plain tcp everybody on the way, and everybody who reaches the port, commands the daemon, which is root.',
  remedy: 'Use port 2376 with `DOCKER_TLS_VERIFY` and certificates, or a socket in a shared emptyDir.',
  aliases: [],
  references: [
    {
      title: 'Docker: protect the Docker daemon socket',
      url: 'https://docs.docker.com/engine/security/protect-access/',
    },
  ],

  container(container, { report }) {
    const variables = container.cursor.at('env').items;
    const host = variables.find((variable) => variable.at('name').string === 'DOCKER_HOST')?.at('value');
    const isVerified = variables.some(
      (variable) =>
        variable.at('name').string === 'DOCKER_TLS_VERIFY' &&
        !['', '0', undefined].includes(variable.at('value').text),
    );
    if (!host || isVerified || !/^tcp:\/\//.test(host.string ?? '') || /:2376$/.test(host.string ?? ''))
      return;
    // Localhost is the other container of the same pod.
    if (/^tcp:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::|$)/.test(host.string ?? '')) return;
    report(
      host,
      say`${container.title} commands the Docker daemon at ${host.string ?? ''} without TLS. Use port 2376 with DOCKER_TLS_VERIFY.`,
    );
  },
});
