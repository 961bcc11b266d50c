import { say } from '../../message';
import { cwe } from '../../references';
import { dockerfileRule } from '../model/rule';
import type { Command } from '../model/shell/command';

export default dockerfileRule({
  id: 'ssh-keyscan-trusted',
  topic: 'C2',
  severity: 'info',
  profile: 'all',
  title: 'Host key is taken from whoever answers',
  why: '`ssh-keyscan` asks the network for the key that is to protect against the network. Whoever is on the way during the build is trusted from then on.',
  remedy:
    'Copy a known_hosts file with the keys that the host publishes, or compare the fingerprint in the same RUN: `ssh-keyscan host | ssh-keygen -lf - | grep SHA256:…`.',
  aliases: [],
  references: [{ title: 'ssh-keyscan(1), Security', url: 'https://man.openbsd.org/ssh-keyscan' }, cwe(322)],
  inOnbuild: true,

  programs: ['ssh-keyscan'],
  run(run, { report }) {
    const isCompared = run.commands.some(
      (command) => command.name === 'ssh-keygen' && command.hasFlag('-l', '-lf'),
    );
    for (const command of run.commands)
      if (command.name === 'ssh-keyscan' && !isCompared && isKept(command))
        report(
          command,
          say`The build trusts the key of whoever answers now. Copy a known_hosts file with the key that the host publishes.`,
        );
  },
});

/** Its output goes to a file, straight or by `tee`. */
const isKept = (command: Command): boolean =>
  command.redirections.some(
    ({ operator, target }) => /^>>?$/.test(operator) && target?.value !== '/dev/null',
  ) ||
  command.pipesInto.some(
    ({ name, redirections }) => name === 'tee' || redirections.some(({ operator }) => /^>>?$/.test(operator)),
  );
