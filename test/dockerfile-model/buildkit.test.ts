import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Dockerfile } from '../../rules/dockerfile/model/dockerfile';
import type { Instruction } from '../../rules/dockerfile/model/instructions';
import { type Binding, expand } from '../../rules/dockerfile/model/lexer';
import { heredocIn, readLines } from '../../rules/dockerfile/model/reader';
import { render } from '../../rules/message';

/** What BuildKit answered, recorded by the program in `buildkit/`. */
interface RecordedWord {
  readonly word: string;
  readonly env: Readonly<Record<string, string>>;
  readonly escape: string;
  readonly value: string;
  readonly refused: boolean;
}

interface RecordedFile {
  readonly text: string;
  readonly refused: boolean;
  readonly instructions: readonly {
    readonly keyword: string;
    readonly flags: readonly string[];
    readonly args: readonly string[];
    readonly heredocs: readonly (readonly [string, string])[];
    readonly refused: boolean;
  }[];
}

const recorded: readonly (RecordedWord | RecordedFile)[] = readFileSync(
  new URL('./buildkit/recorded.jsonl', import.meta.url),
  'utf8',
)
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));
const words = recorded.filter((one) => 'word' in one);
const files = recorded.filter((one) => 'text' in one);

describe('as BuildKit', () => {
  it.each(words)('expands $word', ({ word, env, escape: escapeChar, value, refused }) => {
    const lookup = (name: string): Binding =>
      env[name] === undefined ? { state: 'unset' } : { state: 'set', value: env[name] };
    const expanded = expand(word, { lookup }, escapeChar);
    expect(expanded.error !== undefined).toBe(refused);
    if (!refused) expect(expanded.value).toBe(value);
  });

  it.each(files.filter((file) => !file.refused))('reads $text', ({ text, instructions }) => {
    const raw = readLines(text).instructions;
    expect(
      raw.map(({ keyword, flags, heredocs }) => ({
        keyword: keyword.text,
        flags: flags.map((flag) => flag.text.text),
        heredocs: heredocs.map(({ name, body }) => [name, body.text]),
      })),
    ).toEqual(instructions.map(({ keyword, flags, heredocs }) => ({ keyword, flags, heredocs })));
    const read = new Dockerfile(text).instructions;
    instructions.forEach(({ args, refused }, index) => {
      const instruction = read[index];
      if (!instruction || refused) return;
      const ours = argumentsOf(instruction);
      if (ours) expect(ours).toEqual(args.filter((arg) => !isHeredoc(instruction, arg)));
    });
  });

  it.each(files)('refuses what it refuses in $text', ({ text, refused, instructions }) => {
    const dockerfile = new Dockerfile(text);
    if (refused) {
      expect(dockerfile.problems).not.toEqual([]);
      return;
    }
    // What depends on variables or on the whole file BuildKit tells later, and of ONBUILD in the next build.
    const early = dockerfile.problems.filter(
      ({ message }) => !/BuildKit cannot read|before the first FROM|has no FROM/.test(render(message)),
    );
    dockerfile.instructions.forEach((instruction, index) => {
      const before = dockerfile.instructions[index - 1];
      if (instruction.kind === 'onbuild' || (instruction.kind === 'unknown' && before?.kind === 'unknown'))
        return;
      const { start, end } = instruction.span;
      const isRefused = early.some(({ span }) => span.start >= start && span.end <= end);
      expect([instruction.keyword.text, isRefused]).toEqual([
        instruction.keyword.text,
        instructions[index]?.refused,
      ]);
    });
  });
});

const isHeredoc = (instruction: Instruction, arg: string): boolean =>
  (instruction.kind === 'copy' || instruction.kind === 'add') && heredocIn(arg) !== undefined;

/** The arguments as BuildKit's parser gives them. */
function argumentsOf(instruction: Instruction): string[] | undefined {
  switch (instruction.kind) {
    case 'env':
    case 'label':
      return instruction.pairs.flatMap(({ name, value }) => [
        name.raw,
        value?.raw ?? '',
        instruction.isLegacy ? '' : '=',
      ]);
    case 'arg':
      return instruction.pairs.map(({ name, value }) => (value ? `${name.raw}=${value.raw}` : name.raw));
    case 'copy':
    case 'add':
      return [...instruction.sources, ...(instruction.destination ? [instruction.destination] : [])].map(
        (word) => word.raw,
      );
    case 'volume':
      return instruction.paths.map((word) => word.raw);
    case 'from':
    case 'shell':
      return instruction.words.map((word) => word.raw);
    case 'user':
    case 'workdir':
    case 'stopsignal':
    case 'maintainer':
      return instruction.argument ? [instruction.argument.raw] : [];
    case 'run':
    case 'cmd':
    case 'entrypoint':
      if (instruction.form === 'exec') return instruction.words.map((word) => word.raw);
      return instruction.text.length > 0 ? [instruction.text.text] : [];
    default:
      return undefined;
  }
}
