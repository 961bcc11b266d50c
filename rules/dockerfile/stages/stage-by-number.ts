import { say } from '../../message';
import { dockerDocs } from '../../references';
import { replaceWord } from '../model/edit';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'stage-by-number',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'COPY --from names a stage by its number',
  why: 'A new stage before it moves all numbers: the files then come from another stage.',
  remedy: 'Give the stage a name by AS, and copy from that.',
  aliases: ['kics:68a51e22-ae5a-4d48-8e87-b01a323605c9'],
  references: [dockerDocs('build/building/multi-stage/#name-your-build-stages', 'Name your build stages')],
  fix: 'safe',

  copy({ from }, { report, dockerfile }) {
    if (!from || !/^\d+$/.test(from.value)) return;
    const name = dockerfile.stageBy(from.value)?.from.alias?.raw;
    report(from, say`\`--from=${from.value}\` means another stage as soon as one is put in. Copy by name.`, {
      fix:
        name === undefined ? undefined : { title: say`Copy from ${name}`, edits: [replaceWord(from, name)] },
    });
  },
});
