import { say } from '../../message';
import { cisDocker } from '../../references';
import { everyManager, installsOf } from '../model/package-managers';
import { isInImage } from '../model/reach';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'ssh-server',
  topic: 'C6',
  severity: 'info',
  profile: 'all',
  title: 'SSH server is installed',
  why: 'An SSH server is a way in with keys and passwords of its own, past those who decide who may use `docker exec`. On Debian the installation also makes host keys that all containers share.',
  remedy:
    'Leave it out, and use `docker exec` or `kubectl exec`. Where SSH is what the container is for, make its host keys when it starts.',
  aliases: [],
  references: [cisDocker('5.7')],

  managers: everyManager,
  run({ stage, commands }, { report, dockerfile }) {
    if (!isInImage(stage, dockerfile)) return;
    for (const { name, argument } of commands.flatMap((command) => installsOf(command)?.packages ?? []))
      if (/^(?:openssh-server|dropbear|tinysshd)$/.test(name))
        report(
          argument,
          say`${name} is a way into the container with keys of its own. Leave it out, and use \`docker exec\`.`,
        );
  },
});
