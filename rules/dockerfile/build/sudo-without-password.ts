import { matchesOf } from '../../matches';
import { say } from '../../message';
import { cwe } from '../../references';
import { spanOf } from '../../text';
import { mentions } from '../model/mentions';
import { dockerfileRule } from '../model/rule';

const mentionsSudoers = mentions(/NOPASSWD/);

export default dockerfileRule({
  id: 'sudo-without-password',
  topic: 'C6',
  severity: 'warning',
  profile: 'recommended',
  title: '`sudo` asks for no password',
  why: 'Whoever takes over the program in the container is root with one word, so that a USER other than root protects nothing.',
  remedy:
    'Do what needs root before USER, and leave sudo out of the image. Where one command must run as root, allow that command alone.',
  aliases: [],
  references: [{ title: 'sudoers(5)', url: 'https://www.sudo.ws/docs/man/sudoers.man/' }, cwe(250)],
  inOnbuild: true,

  kinds: ['run', 'copy'],
  instruction(instruction, { report, dockerfile }) {
    if (!mentionsSudoers(dockerfile)) return;
    const { start, end } = instruction.span;
    const text = dockerfile.text.slice(start, end);
    // With a list of commands behind it, only those are allowed.
    for (const { 0: found, index } of matchesOf(text, everything)) {
      const at = spanOf(start + index, start + index + found.length);
      if (instruction.commentsInside.some(({ span }) => span.start <= at.start && at.end <= span.end))
        continue;
      report(
        at,
        say`Anybody who is this user is root without a password. Do what needs root before USER, and leave sudo out.`,
      );
    }
  },
});

const everything = /NOPASSWD: ?(?:(?:SETENV|NOEXEC): ?)?ALL\b/g;
