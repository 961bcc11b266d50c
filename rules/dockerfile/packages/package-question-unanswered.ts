import { programsOf } from '../model/package-managers';
import { dockerfileRule } from '../model/rule';
import { reportQuestion } from './model/questions';

export default dockerfileRule({
  id: 'package-question-unanswered',
  topic: 'C10',
  severity: 'warning',
  profile: 'recommended',
  title: 'Package manager asks a question that nobody answers',
  why: 'A build has no keyboard. The package manager stops at its question, or takes the missing answer for a no, and the build fails or goes on without the change.',
  remedy: 'Add the flag that says yes: `-y`, or `--noconfirm` for pacman.',
  aliases: [],
  references: [],
  fix: 'safe',
  inOnbuild: true,

  programs: programsOf('apt', 'aptitude', 'tdnf', 'pacman', 'conda', 'apt-get', 'yum', 'dnf', 'microdnf'),
  command(command, context) {
    reportQuestion(
      command,
      context,
      ['apt', 'aptitude', 'tdnf', 'pacman', 'conda'],
      ['install', 'upgrade', 'remove'],
    );
    // Their installations have rules of their own.
    reportQuestion(command, context, ['apt-get', 'yum', 'dnf', 'microdnf'], ['upgrade', 'remove']);
  },
});
