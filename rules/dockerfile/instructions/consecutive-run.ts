import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import { flagsOf, programsIn } from './model/layers';

export default dockerfileRule({
  id: 'consecutive-run',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'RUN right behind another RUN',
  why: 'Each RUN is a layer. What one layer removes stays in the one before.',
  remedy: 'Join them by `&&`, or as lines of one heredoc.',
  aliases: ['DL3059'],
  references: [dockerDocs('build/building/best-practices/#run', 'Building best practices, RUN')],

  kinds: ['run'],
  stage(stage, { report }) {
    let before: string | undefined;
    for (const instruction of stage.own) {
      const flags =
        instruction.kind === 'run' && (programsIn(instruction) ?? 2) < 2 ? flagsOf(instruction) : undefined;
      if (flags !== undefined && flags === before)
        report(instruction.keyword, say`This RUN can be joined with the one before.`);
      before = flags;
    }
  },
});
