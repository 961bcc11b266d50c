import { type Message, say } from '../../message';
import { dockerDocs } from '../../references';
import { closestTo } from '../../words';
import type { Dockerfile } from '../model/dockerfile';
import { insertInstruction, replaceWord } from '../model/edit';
import type { Instruction } from '../model/instructions';
import { type DockerfileContext, dockerfileRule } from '../model/rule';
import type { Stage } from '../model/stage';
import { useOf } from '../model/variable-use';
import type { Word } from '../model/word';
import {
  declaredBelow,
  declaredBy,
  hasKnownEnvironment,
  isOuterArgument,
  mayComeFromBase,
} from './model/environment';
import { type Use, usesIn } from './model/uses';

export default dockerfileRule({
  id: 'undefined-variable',
  topic: 'C10',
  severity: 'warning',
  profile: 'recommended',
  title: 'Variable that nothing sets',
  why: 'Docker puts nothing in the place of a variable that it does not know: `COPY $SRC/key /` copies `/key`. ARGs before the first FROM are not known in stages. Where the base image may set more, only names are told that the file misspells or declares outside.',
  remedy: 'Declare it in the stage, by ARG or ENV, before its use.',
  aliases: ['buildkit:UndefinedVar'],
  references: [
    dockerDocs('reference/build-checks/undefined-var/', 'UndefinedVar'),
    dockerDocs('build/building/variables/#scoping', 'Build variables, scoping'),
  ],
  fix: 'review',

  stage(stage, context) {
    // Most stages use none.
    if (stage.own.every((instruction) => usesIn(instruction).length === 0)) return;
    const known = new Known(stage, context.dockerfile);
    for (const instruction of stage.own) {
      for (const use of usesIn(instruction)) known.check(use, instruction, context);
      known.add(declaredBy(instruction));
    }
  },
});

/** What is known of variables at a place of a stage. */
class Known {
  private readonly names: Set<string>;
  private readonly isWhole: boolean;

  constructor(
    private readonly stage: Stage,
    private readonly dockerfile: Dockerfile,
  ) {
    this.names = new Set(declaredBelow(stage));
    this.isWhole = hasKnownEnvironment(stage);
  }

  add(names: readonly string[]): void {
    for (const name of names) this.names.add(name);
  }

  check(
    { name, word, span, sameInstruction }: Use,
    instruction: Instruction,
    { report }: DockerfileContext,
  ): void {
    if (this.names.has(name) || sameInstruction.includes(name)) return;
    const place = span ?? (word && useOf(word, name));
    if (!place || (!this.isWhole && mayComeFromBase(name, this.stage))) return;
    if (isOuterArgument(name, this.dockerfile)) {
      report(
        place,
        say`\`${name}\` is known to FROM, but not in this stage. Declare it here by \`ARG ${name}\`.`,
        {
          fix: {
            title: say`Declare ${name}`,
            edits: [insertInstruction('before', instruction, `ARG ${name}`)],
          },
        },
      );
      return;
    }
    const close = closestTo(name, [...this.names], this.isWhole ? 2 : 1);
    if (!this.isWhole && close === undefined) return;
    report(place, messageOf(name, word), {
      fix:
        close === undefined ? undefined : { title: say`Write ${close}`, edits: [replaceWord(place, close)] },
    });
  }
}

/** A default makes the empty value harmless, but hides that the name means nothing. */
const messageOf = (name: string, word: Word | undefined): Message =>
  word?.expanded.variables.every((variable) => variable.name !== name || variable.guarded)
    ? say`Nothing sets \`${name}\` before this, so its default is always taken.`
    : say`Nothing sets \`${name}\` before this, so it is empty here.`;
