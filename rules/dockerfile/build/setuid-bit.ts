import { say } from '../../message';
import { cisDocker, cwe } from '../../references';
import { dockerfileRule } from '../model/rule';
import { lastingChanges } from './model/modes';

export default dockerfileRule({
  id: 'setuid-bit',
  topic: 'C6',
  severity: 'warning',
  profile: 'recommended',
  title: 'Program runs as its owner, whoever starts it',
  why: 'A setuid or setgid program gives everybody in the container the rights of its owner, most often root. A mistake in it undoes the user that the container runs as.',
  remedy:
    'Leave the bit out. What needs one right of root gets it as a capability, and a container with `allowPrivilegeEscalation: false` ignores the bit anyway.',
  aliases: [],
  references: [cisDocker('4.8'), cwe(250)],
  inOnbuild: true,

  kinds: ['run', 'copy', 'add'],
  instruction(instruction, { report }) {
    for (const { place, text, mode, paths } of lastingChanges(
      instruction,
      ({ setsUser, setsGroup }) => setsUser || setsGroup,
    )) {
      // A folder with the bit of the group only hands the group on.
      if (!mode.setsUser && !(mode.setsGroup && paths.some(isProgram))) continue;
      report(
        place,
        say`Mode ${text} makes a program that runs with the rights of its owner or group, whoever starts it. Leave the setuid and setgid bits out.`,
      );
    }
  },
});

const isProgram = (path: string): boolean => /\/(?:s?bin|libexec)\/[^/]+$/.test(path);
