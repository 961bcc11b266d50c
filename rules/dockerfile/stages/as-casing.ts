import { say } from '../../message';
import { dockerDocs } from '../../references';
import { replaceWord } from '../model/edit';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'as-casing',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'AS written in another case than FROM',
  why: 'Docker takes both in any case. In another case than FROM, AS looks like a name.',
  remedy: 'Write AS as FROM is written.',
  aliases: ['buildkit:FromAsCasing'],
  references: [dockerDocs('reference/build-checks/from-as-casing/', 'FromAsCasing')],
  fix: 'safe',

  from({ as, keyword: { text } }, { report }) {
    if (!as) return;
    const isCapital = text === text.toUpperCase();
    // A keyword in mixed case is the mistake of another rule.
    if (!isCapital && text !== text.toLowerCase()) return;
    const wanted = isCapital ? 'AS' : 'as';
    if (as.raw === wanted) return;
    report(as, say`\`${as.raw}\` is written in another case than \`${text}\`.`, {
      fix: { title: say`Write ${wanted}`, edits: [replaceWord(as, wanted)] },
    });
  },
});
