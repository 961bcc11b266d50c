import { dockerDocs } from '../../references';
import { programsOf } from '../model/package-managers';
import { dockerfileRule } from '../model/rule';
import { reportQuestion } from './model/questions';

export default dockerfileRule({
  id: 'package-yes-missing',
  topic: 'C10',
  severity: 'warning',
  profile: 'recommended',
  title: '`apt-get install` asks a question that nobody answers',
  why: 'A build has no keyboard: apt-get stops at its question, and the build fails as soon as more is to be installed than was asked for.',
  remedy: 'Add `-y` to the command.',
  aliases: ['DL3014', 'DS-0021', 'kics:77783205-c4ca-4f80-bb80-c777f267c547'],
  references: [dockerDocs('build/building/best-practices/#apt-get', 'Building best practices, apt-get')],
  fix: 'safe',
  inOnbuild: true,

  programs: programsOf('apt-get'),
  command(command, context) {
    reportQuestion(command, context, ['apt-get'], ['install']);
  },
});
