import { say } from '../../message';
import { dockerDocs } from '../../references';
import type { Instruction } from '../model/instructions';
import { dockerfileRule } from '../model/rule';
import { flagsOf } from './model/layers';

export default dockerfileRule({
  id: 'mergeable-layers',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'RUN, COPY or ADD that could be one with that before',
  why: 'Each of them is a layer of the image.',
  remedy: 'Join commands by `&&`; name all files of one target in one COPY.',
  aliases: ['kics:0008c003-79aa-42d8-95b8-1c2fe37dbfe6'],
  references: [dockerDocs('build/building/best-practices/#run', 'Building best practices, RUN')],

  kinds: ['run', 'copy', 'add'],
  stage(stage, { report }) {
    let before: string | undefined;
    for (const instruction of stage.own) {
      const layer = layerOf(instruction);
      if (layer !== undefined && layer === before)
        report(instruction.keyword, say`This ${instruction.title} can be joined with the one before.`);
      before = layer;
    }
  },
});

/** What two layers must have in common to be one; undefined for what makes none of these. */
function layerOf(instruction: Instruction): string | undefined {
  if (instruction.kind === 'run') return `run ${flagsOf(instruction)}`;
  if (instruction.kind !== 'copy' && instruction.kind !== 'add') return undefined;
  return `${instruction.kind} ${flagsOf(instruction)} ${instruction.destination?.raw ?? ''}`;
}
