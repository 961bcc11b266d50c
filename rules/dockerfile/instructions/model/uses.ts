import type { Span } from '../../../text';
import { derived } from '../../model/derived';
import type { Instruction } from '../../model/instructions';
import { wordsOfPairs } from '../../model/instructions/pairs';
import type { Word } from '../../model/word';

/** A variable that Docker itself fills in, not a shell. */
export interface Use {
  readonly name: string;
  /** Where it stands; the span is given where there is no word. */
  readonly word?: Word | undefined;
  readonly span?: Span;
  /** What the same instruction has declared before. */
  readonly sameInstruction: readonly string[];
}

const none: readonly never[] = [];

const present = (...words: readonly (Word | undefined)[]): readonly Word[] =>
  words.filter((word) => word !== undefined);

/** The words in which Docker fills in variables and says so where they are unknown. EXPOSE is not among them. */
function wordsOf(instruction: Instruction): readonly Word[] {
  switch (instruction.kind) {
    case 'env':
    case 'label':
      return wordsOfPairs(instruction.pairs);
    case 'copy':
      return present(instruction.chown, instruction.chmod, ...instruction.sources, instruction.destination);
    case 'add':
      return present(
        instruction.chown,
        instruction.chmod,
        instruction.checksum,
        ...instruction.sources,
        instruction.destination,
      );
    case 'workdir':
    case 'user':
    case 'stopsignal':
      return present(instruction.argument);
    case 'volume':
      return instruction.paths;
    case 'run':
      if (instruction.mounts.length === 0) return none;
      return instruction.mounts.flatMap(({ options }) => present(...options.map(({ value }) => value)));
    default:
      return none;
  }
}

export const usesIn = derived((instruction: Instruction): readonly Use[] => {
  if (instruction.kind === 'arg') {
    const declared: string[] = [];
    return instruction.pairs.flatMap(({ name, value }) => {
      const uses = namesIn(value, [...declared]);
      declared.push(name.raw);
      return uses;
    });
  }
  const words = wordsOf(instruction).filter((word) => word.hasVariables);
  const inWords = words.length === 0 ? none : words.flatMap((word) => namesIn(word, none));
  return instruction.heredocs.length === 0 ? inWords : [...inWords, ...inHeredocs(instruction)];
});

function namesIn(word: Word | undefined, sameInstruction: readonly string[]): readonly Use[] {
  if (!word?.hasVariables) return none;
  return [...new Set(word.expanded.variables.map(({ name }) => name))]
    .filter((name) => /^[\p{L}_]/u.test(name))
    .map((name) => ({ name, word, sameInstruction }));
}

/** Files that COPY and ADD write themselves have their variables filled in too. */
function inHeredocs(instruction: Instruction): readonly Use[] {
  if (instruction.kind !== 'copy' && instruction.kind !== 'add') return [];
  return instruction.heredocs
    .filter(({ expands }) => expands)
    .flatMap(({ content }) =>
      [...content.text.matchAll(/(\\?)(\$\{?)([\p{L}_][\p{L}\p{Nd}_]*)/gu)]
        .filter(([, backslash]) => backslash === '')
        .map(({ 2: dollar = '', 3: name = '', index }) => {
          const start = index + dollar.length;
          return { name, span: content.spanOf(start, start + name.length), sameInstruction: [] };
        }),
    );
}
