import { programsOf } from '../model/package-managers';
import { dockerfileRule } from '../model/rule';
import { reportQuestion } from './model/questions';

export default dockerfileRule({
  id: 'yum-yes-missing',
  topic: 'C10',
  severity: 'warning',
  profile: 'recommended',
  title: '`yum install` asks a question that nobody answers',
  why: 'A build has no keyboard: yum takes the missing answer for a no, installs nothing, and the build fails.',
  remedy: 'Add `-y` to the command.',
  aliases: ['DL3030', 'kics:6e19193a-8753-436d-8a09-76dcff91bb03'],
  references: [{ title: 'yum(8)', url: 'https://man7.org/linux/man-pages/man8/yum.8.html' }],
  fix: 'safe',
  inOnbuild: true,

  programs: programsOf('yum'),
  command(command, context) {
    reportQuestion(command, context, ['yum'], ['install']);
  },
});
