import { describe, expect, it } from 'vitest';
import { readLines } from '../../rules/dockerfile/model/reader';

/** Keyword and arguments of each instruction, and the text under its span. */
const read = (text: string) =>
  readLines(text).instructions.map(({ keyword, rest, span, heredocs }) => ({
    keyword: keyword.text,
    rest: rest.text,
    under: text.slice(span.start, span.end),
    ...(heredocs.length > 0 ? { heredocs: heredocs.map(({ name, content }) => [name, content.text]) } : {}),
  }));

const words = (text: string) => read(text).map(({ keyword, rest }) => `${keyword}|${rest}`);
const problems = (text: string) =>
  readLines(text).problems.map(({ span }) => text.slice(span.start, span.end));

describe('lines', () => {
  it('reads CRLF, a byte order mark and a last line without line end', () => {
    expect(read('\ufeffFROM a\r\nRUN x \\\r\n  && y\r\nUSER u')).toEqual([
      { keyword: 'FROM', rest: 'a', under: 'FROM a' },
      { keyword: 'RUN', rest: 'x   && y', under: 'RUN x \\\r\n  && y' },
      { keyword: 'USER', rest: 'u', under: 'USER u' },
    ]);
  });

  it('leaves comments and blank lines out between continued lines', () => {
    const text = 'RUN a \\\n# one\n\n  # two \\\n   && b\nUSER u\n';
    expect(words(text)).toEqual(['RUN|a    && b', 'USER|u']);
    const [run] = readLines(text).instructions;
    expect(run?.commentsInside.map((comment) => comment.text)).toEqual(['one', 'two \\']);
    expect(run?.blankContinuations).toEqual([{ start: 14, end: 15 }]);
  });

  it('takes spaces and tabs behind the continuation', () => {
    expect(words('RUN a \\ \t \n b\n')).toEqual(['RUN|a  b']);
  });

  it('does not continue behind a doubled escape character', () => {
    expect(words('RUN a \\\\\nUSER u\n')).toEqual(['RUN|a \\\\', 'USER|u']);
  });

  it('joins a line that is a continuation character alone', () => {
    expect(words('\\\nUSER u\n')).toEqual(['USER|u']);
  });

  it('reads a keyword that is continued', () => {
    expect(words('RU\\\nN x\n')).toEqual(['RUN|x']);
  });

  it('reads tabs as white space', () => {
    expect(words('\tRUN\tx\ty\n')).toEqual(['RUN|x\ty']);
  });

  it('gives the comments since the instruction before, parted by an empty one', () => {
    const { instructions } = readLines('# a\n#\n# b\n\n# c\nFROM x\n# d\nUSER u\n');
    expect(instructions.map((one) => one.commentsBefore.map((comment) => comment.text))).toEqual([
      ['b', 'c'],
      ['d'],
    ]);
  });
});

describe('directives', () => {
  it('reads them at the top only', () => {
    const raw = readLines('# syntax = docker/dockerfile:1 \n# Escape=`\n# check=skip=all\nRUN a `\n b\n');
    expect(raw.directives.map(({ name, value }) => [name, value])).toEqual([
      ['syntax', 'docker/dockerfile:1'],
      ['escape', '`'],
      ['check', 'skip=all'],
    ]);
    expect(raw.instructions.map((one) => one.rest.text)).toEqual(['a  b']);
  });

  it.each(['# note\n', '\n', '# other=1\n'])('takes none behind %j', (before) => {
    const raw = readLines(`${before}# escape=\`\nRUN a \`\n`);
    expect(raw.directives).toEqual([]);
    expect(raw.escapeChar).toBe('\\');
  });

  it('refuses a second one and other escape characters', () => {
    expect(problems('# escape=`\n# escape=`\n')).toEqual(['# escape=`']);
    expect(problems('# escape=^\n')).toEqual(['# escape=^']);
  });
});

describe('flags', () => {
  const flags = (text: string) => readLines(text).instructions[0]?.flags.map((flag) => flag.text.text);

  it('takes quotes and escapes off', () => {
    expect(flags('COPY --from="a b" --ch\\own=\'x\' a b')).toEqual(['--from=a b', '--chown=x']);
  });

  it('ends at the first other word and at --', () => {
    const [run] = readLines('RUN --network=none -- --mount=x y').instructions;
    expect(run?.flags.map((flag) => flag.text.text)).toEqual(['--network=none']);
    expect(run?.rest.text).toBe('--mount=x y');
  });

  it('reads flags over several lines', () => {
    const text = 'RUN --mount=type=cache,target=/a \\\n    --mount=type=bind \\\n    make\n';
    const [run] = readLines(text).instructions;
    expect(run?.flags.map(({ source }) => text.slice(source.span.start, source.span.end))).toEqual([
      '--mount=type=cache,target=/a',
      '--mount=type=bind',
    ]);
    expect(run?.rest.text).toBe('make');
  });
});

describe('heredocs', () => {
  it('reads one, and goes on behind it', () => {
    expect(read('RUN <<EOF\n  a # b \\\nEOF\nUSER u\n')).toEqual([
      {
        keyword: 'RUN',
        rest: '<<EOF',
        under: 'RUN <<EOF\n  a # b \\\nEOF',
        heredocs: [['EOF', '  a # b \\\n']],
      },
      { keyword: 'USER', rest: 'u', under: 'USER u' },
    ]);
  });

  it('reads several, with tabs taken off for <<-', () => {
    expect(read('COPY <<A <<-"B" /x/\na\nA\n\tb\n\t\tc\n\tB\n')[0]?.heredocs).toEqual([
      ['A', 'a\n'],
      ['B', 'b\nc\n'],
    ]);
  });

  it('knows quoted delimiters, descriptors and a space before the name', () => {
    const { instructions } = readLines("RUN cat 3<<'A' << B > x\na\nA\nb\nB\nUSER u\n");
    expect(
      instructions[0]?.heredocs.map(({ name, expands, descriptor }) => [name, expands, descriptor]),
    ).toEqual([
      ['A', false, 3],
      ['B', true, 0],
    ]);
    expect(instructions[1]?.keyword.text).toBe('USER');
  });

  it('reads one behind a continued line and behind ONBUILD', () => {
    expect(words('RUN cat <<A \\\n > x\nfoo\nA\nUSER u\n')).toEqual(['RUN|cat <<A  > x', 'USER|u']);
    expect(words('ONBUILD RUN <<A\nfoo\nA\nUSER u\n')).toEqual(['ONBUILD|RUN <<A', 'USER|u']);
  });

  it.each([
    'RUN echo "<<A"\nUSER u\n',
    'RUN cat <<<A\nUSER u\n',
    'ENV x=<<A\nUSER u\n',
    'RUN ["cat", "<<A"]\nUSER u\n',
    'RUN echo $((1<<2))\nUSER u\n',
  ])('sees none in %j', (text) => {
    expect(readLines(text).instructions).toHaveLength(2);
  });

  it('tells of one that is not closed and takes the rest as its text', () => {
    expect(problems('RUN <<EOF\necho\n')).toEqual(['<<EOF']);
    expect(read('RUN <<EOF\necho')[0]?.under).toBe('RUN <<EOF\necho');
  });

  it('closes one in a file with CRLF', () => {
    expect(read('RUN <<EOF\r\na\r\nEOF\r\nUSER u')[0]?.heredocs).toEqual([['EOF', 'a\n']]);
  });
});
