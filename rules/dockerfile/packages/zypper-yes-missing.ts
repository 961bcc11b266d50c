import { programsOf } from '../model/package-managers';
import { dockerfileRule } from '../model/rule';
import { reportQuestion } from './model/questions';

export default dockerfileRule({
  id: 'zypper-yes-missing',
  topic: 'C10',
  severity: 'warning',
  profile: 'recommended',
  title: '`zypper` asks a question that nobody answers',
  why: 'A build has no keyboard: zypper stops at its question, changes nothing, and the build fails.',
  remedy: 'Call it as `zypper --non-interactive install`, or add `-y` behind the subcommand.',
  aliases: ['DL3034', 'kics:45e1fca5-f90e-465d-825f-c2cb63fa3944'],
  references: [{ title: 'openSUSE: zypper(8)', url: 'https://en.opensuse.org/SDB:Zypper_manual' }],
  fix: 'safe',
  inOnbuild: true,

  programs: programsOf('zypper'),
  command(command, context) {
    reportQuestion(command, context, ['zypper'], ['install', 'upgrade', 'remove']);
  },
});
