import { programsOf } from '../model/package-managers';
import { dockerfileRule } from '../model/rule';
import { reportQuestion } from './model/questions';

export default dockerfileRule({
  id: 'dnf-yes-missing',
  topic: 'C10',
  severity: 'warning',
  profile: 'recommended',
  title: '`dnf install` asks a question that nobody answers',
  why: 'A build has no keyboard: dnf takes the missing answer for a no, installs nothing, and the build fails.',
  remedy: 'Add `-y` to the command.',
  aliases: ['DL3038', 'kics:7ebd323c-31b7-4e5b-b26f-de5e9e477af8'],
  references: [
    { title: 'DNF command reference', url: 'https://dnf.readthedocs.io/en/latest/command_ref.html' },
  ],
  fix: 'safe',
  inOnbuild: true,

  programs: programsOf('dnf', 'microdnf'),
  command(command, context) {
    reportQuestion(command, context, ['dnf', 'microdnf'], ['install']);
  },
});
