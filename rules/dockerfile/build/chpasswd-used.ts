import { say } from '../../message';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'chpasswd-used',
  topic: 'C6',
  severity: 'info',
  profile: 'all',
  title: '`chpasswd` sets or removes passwords',
  why: 'A password that the build sets is the same in all containers, and the history of the image often has it.',
  remedy: 'Leave accounts locked, and choose the user with USER.',
  aliases: ['CKV2_DOCKER_17'],
  references: [{ title: 'chpasswd(8)', url: 'https://man7.org/linux/man-pages/man8/chpasswd.8.html' }],
  inOnbuild: true,

  programs: ['chpasswd'],
  command(command, { report }) {
    report(
      command.nameSpan,
      say`\`chpasswd\` sets a password that all containers share. Leave the account locked.`,
    );
  },
});
