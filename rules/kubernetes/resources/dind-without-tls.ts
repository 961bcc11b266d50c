import { say } from '../../message';
import { imageOf } from '../model/image';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'dind-without-tls',
  topic: 'A1',
  severity: 'error',
  profile: 'recommended',
  title: 'Docker in Docker without TLS',
  why: 'With an empty `DOCKER_TLS_CERTDIR`, or with `--tls=false`, the daemon of the container listens on port 2375 of the pod: every pod that reaches it is root in there, and it runs privileged.',
  remedy:
    'Leave `DOCKER_TLS_CERTDIR` as the image sets it and share `/certs/client`, or let the daemon listen on a socket alone.',
  aliases: [],
  references: [
    {
      title: 'Docker: protect the Docker daemon socket',
      url: 'https://docs.docker.com/engine/security/protect-access/',
    },
  ],

  container(container, { report }) {
    const image = imageOf(container);
    if (!image || !/(?:^|\/)docker$/.test(image.repository) || !/dind/.test(image.tag ?? '')) return;
    const words = [...container.cursor.at('command').items, ...container.cursor.at('args').items];
    const listens = words.find((word) =>
      /^(?:--host=|-H=?)?tcp:\/\/(?!127\.0\.0\.1|localhost)/.test(word.string ?? ''),
    );
    const isVerified = words.some((word) => /^--tlsverify(?:=true)?$/.test(word.string ?? ''));
    const directory = container.cursor
      .at('env')
      .items.find((variable) => variable.at('name').string === 'DOCKER_TLS_CERTDIR');
    const isOff =
      directory !== undefined &&
      !directory.at('valueFrom').exists &&
      (directory.at('value').text ?? '') === '';
    const place = isOff && words.length === 0 ? directory : isVerified ? undefined : listens;
    if (place)
      report(
        place,
        say`${container.title} runs a Docker daemon that listens without TLS, so every pod that reaches it is root in there. Leave TLS on, or listen on a socket alone.`,
      );
  },
});
