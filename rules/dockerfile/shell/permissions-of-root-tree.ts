import { say } from '../../message';
import { cwe } from '../../references';
import { dockerfileRule } from '../model/rule';
import type { Command } from '../model/shell/command';

export default dockerfileRule({
  id: 'permissions-of-root-tree',
  topic: 'C6',
  severity: 'error',
  profile: 'recommended',
  title: 'Owner or mode of the whole system is changed',
  why: 'Whoever owns `/`, `/etc` or `/usr` can replace the programs and settings that root uses. The change also takes the setuid bits and the strict modes of files such as `/etc/shadow` away, and copies every file into the layer.',
  remedy: 'Change the folders of the application alone.',
  aliases: [],
  references: [cwe(732)],
  inOnbuild: true,

  programs: ['chmod', 'chown', 'chgrp'],
  command(command, { report }) {
    if (!command.hasFlag('-R', '--recursive')) return;
    if (keepsRoot(command)) return;
    for (const path of command.positionals(['--reference', '--from']).slice(takesMode(command) ? 1 : 0))
      if (path.known !== undefined && system.test(path.known))
        report(
          path,
          say`\`${command.name ?? ''} -R\` changes all of \`${path.known}\`, which belongs to the system. Change the folders of the application alone.`,
        );
  },
});

const system = /^\/(?:\*|(?:etc|usr|bin|sbin|lib|lib64|usr\/bin|usr\/sbin|usr\/lib)(?:\/\*?)?)?$/;

const takesMode = (command: Command): boolean => command.flagValue('--reference') === undefined;

/** To give all to root mends rather than harms, and so does taking rights from others. */
const keepsRoot = (command: Command): boolean => {
  const first = command.positionals()[0]?.known;
  return (
    first === undefined ||
    (command.name !== 'chmod' && /^(?:root|0)?(?::(?:root|0)?)?$/.test(first)) ||
    (command.name === 'chmod' && /^(?:[ugoa]*-[rwxXst]+,?)+$/.test(first))
  );
};
