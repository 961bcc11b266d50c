import { say } from '../../message';
import { cisDocker } from '../../references';
import { dockerfileRule } from '../model/rule';
import { exposes } from './model/ports';

export default dockerfileRule({
  id: 'exposed-ssh-port',
  topic: 'C6',
  severity: 'warning',
  profile: 'recommended',
  title: 'Port of SSH is exposed',
  why: 'An SSH server in a container is a way in with keys and passwords of its own, past those who decide who may use `docker exec` or `kubectl exec`.',
  remedy: 'Leave the SSH server out of the image. Take the port out of EXPOSE if nothing listens there.',
  aliases: ['CKV_DOCKER_1', 'DS-0004', 'kics:5907595b-5b6d-4142-b173-dbb0e73fbff8'],
  references: [cisDocker('5.7')],
  inOnbuild: true,

  expose(expose, { report }) {
    for (const port of expose.ports)
      if (exposes(port, 22))
        report(
          port.word,
          say`Port 22 is the port of SSH. Leave the SSH server out of the image, and use \`docker exec\` or \`kubectl exec\`.`,
        );
  },
});
