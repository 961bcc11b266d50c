import { matchesOf } from '../../matches';
import { say } from '../../message';
import { cwe } from '../../references';
import { spanOf } from '../../text';
import { mentions } from '../model/mentions';
import { dockerfileRule } from '../model/rule';

const mentionsServer = mentions(/Permit(?:RootLogin|EmptyPasswords)/);

export default dockerfileRule({
  id: 'sshd-lax-login',
  topic: 'C6',
  severity: 'warning',
  profile: 'recommended',
  title: 'SSH server lets root in by password, or anybody without one',
  why: 'Passwords of root are what every scanner on the network tries first, and in an image the password is most often in its history.',
  remedy: 'Leave SSH out of the image, or allow keys only: `PermitRootLogin prohibit-password`.',
  aliases: [],
  references: [
    { title: 'sshd_config(5)', url: 'https://man.openbsd.org/sshd_config#PermitRootLogin' },
    cwe(284),
  ],
  inOnbuild: true,

  kinds: ['run', 'copy'],
  instruction(instruction, { report, dockerfile }) {
    if (!mentionsServer(dockerfile)) return;
    const { start, end } = instruction.span;
    const text = dockerfile.text.slice(start, end);
    for (const { 0: found, 1: option, index } of matchesOf(text, laxOption)) {
      const at = spanOf(start + index, start + index + found.length);
      if (instruction.commentsInside.some(({ span }) => span.start <= at.start && at.end <= span.end))
        continue;
      if (isReplaced(text, index + found.length)) continue;
      report(
        at,
        option === 'RootLogin'
          ? say`The SSH server lets root in by password. Allow keys only: PermitRootLogin prohibit-password.`
          : say`The SSH server lets accounts in that have an empty password. Take this out.`,
      );
    }
  },
});

/** In `s/PermitRootLogin yes/PermitRootLogin no/` the first is what goes. */
const isReplaced = (text: string, end: number): boolean =>
  /^[^'"\n]{0,60}Permit(?:RootLogin|EmptyPasswords)/.test(text.slice(end, end + 100));

const laxOption = /Permit(RootLogin|EmptyPasswords)[ \t=]{1,8}yes\b/g;
