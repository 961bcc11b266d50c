import { describe, expect, it } from 'vitest';
import { Dockerfile } from '../../rules/dockerfile/model/dockerfile';
import {
  appendCommand,
  type DockerfileEdit,
  insertCommandAfter,
  insertCommandBefore,
  insertDirective,
  insertFlag,
  insertInstruction,
  insertWordAfter,
  insertWordBefore,
  removeInstruction,
  removeWord,
  replaceArguments,
  replaceInstruction,
  replaceKeyword,
  replaceWord,
  textEdits,
} from '../../rules/dockerfile/model/edit';
import type {
  Instruction,
  InstructionKind,
  InstructionTypes,
} from '../../rules/dockerfile/model/instructions';
import { applyEdits } from '../../rules/text';

type Edits = (of: <Kind extends InstructionKind>(kind: Kind) => InstructionTypes[Kind]) => DockerfileEdit[];

/** The text after the edits; the same with CRLF. */
function edited(text: string, edits: Edits): string {
  const change = (before: string): string => {
    const dockerfile = new Dockerfile(before);
    const of = <Kind extends InstructionKind>(kind: Kind): InstructionTypes[Kind] => {
      const found: Instruction | undefined = dockerfile.instructions.find((one) => one.kind === kind);
      if (!found) throw new Error(`no ${kind}`);
      return found as InstructionTypes[Kind];
    };
    return applyEdits(before, textEdits(dockerfile, edits(of)));
  };
  const after = change(text);
  expect(change(text.replaceAll('\n', '\r\n'))).toBe(after.replaceAll('\n', '\r\n'));
  return after;
}

const commandNamed = (run: InstructionTypes['run'], name: string) => {
  const found = run.commands.find((command) => command.name === name);
  if (!found) throw new Error(`no command ${name}`);
  return found;
};

describe('words', () => {
  it('replaces and inserts', () => {
    expect(
      edited('FROM a\nRUN apt install x\n', (of) => {
        const apt = commandNamed(of('run'), 'apt');
        return [
          replaceWord(apt.nameSpan, 'apt-get'),
          insertWordAfter(apt.args[0] ?? apt, '-y'),
          insertWordBefore(apt.args[1] ?? apt, '--no-install-recommends'),
        ];
      }),
    ).toBe('FROM a\nRUN apt-get install -y --no-install-recommends x\n');
  });

  const without = (text: string, word: string) =>
    edited(text, (of) => {
      const args = of('run').commands.flatMap((command) => command.args);
      return args.filter(({ value }) => value === word).map(removeWord);
    });

  it.each([
    ['FROM a\nRUN x one two\n', 'one', 'FROM a\nRUN x two\n'],
    ['FROM a\nRUN x one two\n', 'two', 'FROM a\nRUN x one\n'],
    ['FROM a\nRUN x \\\n    one \\\n    two\n', 'one', 'FROM a\nRUN x \\\n    two\n'],
    ['FROM a\nRUN x \\\n    one \\\n    two\n', 'two', 'FROM a\nRUN x \\\n    one\n'],
    ['FROM a\nRUN x \\\n    one two \\\n    three\n', 'one', 'FROM a\nRUN x \\\n    two \\\n    three\n'],
    ['FROM a\nRUN x \\\n  # why\n  one', 'one', 'FROM a\nRUN x'],
  ])('removes from %j the word %s', (before, word, after) => {
    expect(without(before, word)).toBe(after);
  });
});

describe('instructions', () => {
  it('replaces keyword, arguments and the whole', () => {
    expect(edited('FROM a\nADD --chown=x a b\n', (of) => [replaceKeyword(of('add'), 'COPY')])).toBe(
      'FROM a\nCOPY --chown=x a b\n',
    );
    expect(edited('from a\nadd a b\n', (of) => [replaceKeyword(of('add'), 'COPY')])).toBe(
      'from a\ncopy a b\n',
    );
    expect(edited('FROM a\nCOPY --link a \\\n  b\n', (of) => [replaceArguments(of('copy'), 'c d')])).toBe(
      'FROM a\nCOPY --link c d\n',
    );
    expect(edited('FROM a\nCMD\n', (of) => [replaceArguments(of('cmd'), '["x"]')])).toBe(
      'FROM a\nCMD ["x"]\n',
    );
    expect(edited('FROM a\nRUN <<E\nx\nE\nUSER u', (of) => [replaceInstruction(of('run'), 'RUN y')])).toBe(
      'FROM a\nRUN y\nUSER u',
    );
  });

  it('inserts flags', () => {
    expect(edited('FROM a\nCOPY --link a b\n', (of) => [insertFlag(of('copy'), '--chown=x')])).toBe(
      'FROM a\nCOPY --link --chown=x a b\n',
    );
    expect(edited('FROM a\nRUN \\\n  x\n', (of) => [insertFlag(of('run'), '--network=none')])).toBe(
      'FROM a\nRUN --network=none \\\n  x\n',
    );
  });

  it('removes with their lines', () => {
    expect(edited('FROM a\nRUN x \\\n  y\nUSER u\n', (of) => [removeInstruction(of('run'))])).toBe(
      'FROM a\nUSER u\n',
    );
    expect(edited('FROM a\nRUN <<E\nx\nE\n', (of) => [removeInstruction(of('run'))])).toBe('FROM a\n');
    expect(edited('FROM a\nUSER u', (of) => [removeInstruction(of('user'))])).toBe('FROM a');
  });

  it('inserts before, above its comments, and after', () => {
    expect(
      edited('FROM a\n\n# far\n\n# start\n# it\nCMD x\n', (of) => [
        insertInstruction('before', of('cmd'), 'USER 65532'),
      ]),
    ).toBe('FROM a\n\n# far\n\nUSER 65532\n# start\n# it\nCMD x\n');
    expect(
      edited('from a\nrun <<E\nx\nE', (of) => [insertInstruction('after', of('run'), 'USER 65532\nCMD x')]),
    ).toBe('from a\nrun <<E\nx\nE\nuser 65532\nCMD x');
  });

  it('leaves a byte order mark where it is', () => {
    expect(edited('\ufeffFROM a\n', (of) => [insertInstruction('before', of('from'), 'ARG x')])).toBe(
      '\ufeffARG x\nFROM a\n',
    );
    expect(edited('\ufeffFROM a\nUSER u\n', (of) => [removeInstruction(of('from'))])).toBe('\ufeffUSER u\n');
  });

  it('inserts behind an instruction whose end is still to be typed', () => {
    expect(edited('FROM a\nRUN x \\\n', (of) => [insertInstruction('after', of('run'), 'USER u')])).toBe(
      'FROM a\nRUN x\nUSER u\n',
    );
  });

  it('inserts a directive at the top', () => {
    expect(edited('FROM a\n', () => [insertDirective('syntax=docker/dockerfile:1')])).toBe(
      '# syntax=docker/dockerfile:1\nFROM a\n',
    );
  });
});

describe('commands', () => {
  const appended = (text: string) => edited(text, (of) => [appendCommand(of('run'), 'rm x')]);

  it.each([
    ['FROM a\nRUN b\n', 'FROM a\nRUN b && rm x\n'],
    ['FROM a\nRUN b \\\n    && c\n', 'FROM a\nRUN b \\\n    && c \\\n    && rm x\n'],
    ['FROM a\nRUN b && \\\n  c\n', 'FROM a\nRUN b && \\\n  c && \\\n  rm x\n'],
    ['FROM a\nRUN b \\\n\tc\n', 'FROM a\nRUN b \\\n\tc \\\n\t&& rm x\n'],
    ['FROM a\nRUN b # note\n', 'FROM a\nRUN b && rm x # note\n'],
    ['FROM a\nRUN <<E\n  b\nE\n', 'FROM a\nRUN <<E\n  b\n  rm x\nE\n'],
    ['FROM a\nRUN ["b"]\n', 'FROM a\nRUN ["b"]\n'],
    ['FROM a\nRUN b', 'FROM a\nRUN b && rm x'],
  ])('appends to %j', (before, after) => {
    expect(appended(before)).toBe(after);
  });

  it('inserts around a command with its wrappers and its pipeline', () => {
    expect(
      edited('FROM a\nRUN sudo b | c && d\n', (of) => {
        const command = commandNamed(of('run'), 'b');
        return [insertCommandBefore(command, 'x'), insertCommandAfter(command, 'y')];
      }),
    ).toBe('FROM a\nRUN x && sudo b | c && y && d\n');
    expect(
      edited('FROM a\nRUN sudo b && d\n', (of) => [insertCommandAfter(commandNamed(of('run'), 'b'), 'y')]),
    ).toBe('FROM a\nRUN sudo b && y && d\n');
  });
});
