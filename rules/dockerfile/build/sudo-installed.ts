import { say } from '../../message';
import { cisDocker, cwe } from '../../references';
import { everyManager, installsOf } from '../model/package-managers';
import { isInImage } from '../model/reach';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'sudo-installed',
  topic: 'C6',
  severity: 'info',
  profile: 'all',
  title: '`sudo` is part of the image',
  why: '`sudo` is a setuid program with a history of holes, and a container rarely needs it: the build is root, and the container runs as whom USER says.',
  remedy:
    'Leave it out. Entrypoints that must begin as root can go on as another user with `gosu` or `setpriv`.',
  aliases: [],
  references: [cisDocker('4.3'), cwe(250)],

  managers: everyManager,
  run({ stage, commands }, { report, dockerfile }) {
    if (!isInImage(stage, dockerfile)) return;
    for (const { name, argument } of commands.flatMap((command) => installsOf(command)?.packages ?? []))
      if (name === 'sudo' || name === 'doas')
        report(
          argument,
          say`${name} is a way to root that the container does not need. Leave it out, and choose the user with USER.`,
        );
  },
});
