import { say } from '../../message';
import { dockerDocs } from '../../references';
import { replaceArguments } from '../model/edit';
import type { InstructionTypes } from '../model/instructions';
import { type DockerfileContext, dockerfileRule } from '../model/rule';

type KeyValue = InstructionTypes['env'] | InstructionTypes['label'];

export default dockerfileRule({
  id: 'legacy-key-value',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'ENV or LABEL without `=`',
  why: 'Without `=` all the rest of the line is one value, so `ENV A=1 B 2` and `ENV A 1 B=2` mean quite different things. The form is kept for old files alone and may be taken away.',
  remedy: 'Write `name=value`, with quotes around a value that has spaces.',
  aliases: ['buildkit:LegacyKeyValueFormat'],
  references: [dockerDocs('reference/build-checks/legacy-key-value-format/', 'LegacyKeyValueFormat')],
  fix: 'safe',

  env: check,
  label: check,
});

function check(instruction: KeyValue, { report, dockerfile }: DockerfileContext): void {
  const [pair] = instruction.pairs;
  if (!instruction.isLegacy || !pair?.value) return;
  const text = `${pair.name.raw}=${quoted(pair.value.raw, dockerfile.escapeChar)}`;
  report(
    pair.name,
    say`${instruction.title} without \`=\` takes the rest of the line for the value. Write \`name=value\`.`,
    {
      fix:
        instruction.commentsInside.length > 0
          ? undefined
          : { title: say`Write name=value`, edits: [replaceArguments(instruction, text)] },
    },
  );
}

/** The same value where white space parts words: in quotes, or each space escaped where quotes stand in it already. */
function quoted(value: string, escapeChar: string): string {
  if (!/[\s"'\\`]/.test(value)) return value;
  if (!/["'\\`]/.test(value)) return `"${value}"`;
  return [...value.matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[\s\S]/g)]
    .map(([piece]) => (/^\s$/.test(piece) ? escapeChar + piece : piece))
    .join('');
}
