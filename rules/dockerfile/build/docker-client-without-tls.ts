import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import type { Stage } from '../model/stage';
import { variableSettings } from './model/variables';

export default dockerfileRule({
  id: 'docker-client-without-tls',
  topic: 'A1',
  severity: 'warning',
  profile: 'recommended',
  title: 'Image commands a Docker daemon without TLS',
  why: 'Over plain TCP everybody on the way, and everybody who reaches the port, commands the daemon, which is root on its host.',
  remedy:
    'Use port 2376 with `DOCKER_TLS_VERIFY=1` and certificates, `ssh://`, or a Unix socket. Leave DOCKER_HOST to whoever runs the container.',
  aliases: [],
  references: [dockerDocs('engine/security/protect-access/', 'Protect the Docker daemon socket')],

  env(env, { report }) {
    for (const { name, value, span } of variableSettings(env))
      if (name === 'DOCKER_HOST' && isOpen(value) && !verifies(env.stage))
        report(
          { span },
          say`DOCKER_HOST ${value} is a Docker daemon without TLS: everybody who reaches it is root there. Use port 2376 with DOCKER_TLS_VERIFY.`,
        );
  },
});

/** The machine itself needs no TLS, and port 2376 has it. */
const isOpen = (value: string): boolean =>
  value.startsWith('tcp://') &&
  !value.includes('$') &&
  !/:2376$/.test(value) &&
  !/^tcp:\/\/(?:localhost|127\.[\d.]+|\[::1\])(?::|$)/.test(value);

const verifies = (stage: Stage | undefined): boolean =>
  stage?.lineage
    .flatMap((one) => one.ofKind('env'))
    .flatMap(variableSettings)
    .some(({ name, value }) => name === 'DOCKER_TLS_VERIFY' && value !== '') ?? false;
