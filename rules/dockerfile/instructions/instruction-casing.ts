import { say } from '../../message';
import { dockerDocs } from '../../references';
import type { Dockerfile } from '../model/dockerfile';
import { replaceWord } from '../model/edit';
import type { Instruction } from '../model/instructions';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'instruction-casing',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'Instruction written in another case than the rest of the file',
  why: 'Docker takes keywords in any case. Mixed ones make a file harder to read and to search.',
  remedy: 'Write all keywords in capitals, or all in small letters.',
  aliases: ['buildkit:ConsistentInstructionCasing'],
  references: [
    dockerDocs('reference/build-checks/consistent-instruction-casing/', 'ConsistentInstructionCasing'),
  ],
  fix: 'safe',

  file(dockerfile, { report }) {
    // Nearly every file has nothing but capitals.
    if (dockerfile.instructions.every(({ keyword, title }) => keyword.text === title)) return;
    const instructions = judged(dockerfile);
    const small = instructions.filter(({ keyword: { text } }) => text === text.toLowerCase()).length;
    const capital = instructions.filter(({ keyword: { text } }) => text === text.toUpperCase()).length;
    for (const { keyword } of instructions) {
      const wanted = small > capital ? keyword.text.toLowerCase() : keyword.text.toUpperCase();
      if (keyword.text === wanted) continue;
      report(
        keyword,
        say`\`${keyword.text}\` is written in another case than most instructions of this file.`,
        {
          fix: { title: say`Write ${wanted}`, edits: [replaceWord(keyword, wanted)] },
        },
      );
    }
  },
});

/** As BuildKit does, ARGs before the first FROM are left out. */
const judged = ({ stages }: Dockerfile): readonly Instruction[] =>
  stages.flatMap((stage) => stage.instructions).filter(({ kind }) => kind !== 'unknown');
