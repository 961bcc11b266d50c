import { say } from '../../message';
import { dockerDocs } from '../../references';
import { replaceWord } from '../model/edit';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'stage-name-casing',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'Name of a stage with capitals',
  why: 'Docker knows stages by small letters: `FROM Build` does not find a stage that is called `Build`.',
  remedy: 'Write the name in small letters.',
  aliases: ['buildkit:StageNameCasing'],
  references: [dockerDocs('reference/build-checks/stage-name-casing/', 'StageNameCasing')],
  fix: 'safe',

  from({ alias }, { report }) {
    const small = alias?.raw.toLowerCase() ?? '';
    if (!alias || alias.raw === small) return;
    report(alias, say`The stage \`${alias.raw}\` is known as \`${small}\`.`, {
      fix: { title: say`Write ${small}`, edits: [replaceWord(alias, small)] },
    });
  },
});
