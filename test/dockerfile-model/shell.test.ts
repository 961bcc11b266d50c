// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Dockerfiles write their variables so.

import { describe, expect, it } from 'vitest';
import { Dockerfile } from '../../rules/dockerfile/model/dockerfile';
import type { Command } from '../../rules/dockerfile/model/shell/command';

function commandsOf(...lines: string[]): { text: string; commands: readonly Command[] } {
  const dockerfile = new Dockerfile(`FROM scratch\n${lines.join('\n')}\n`);
  const commands = dockerfile.instructions.flatMap((one) => ('commands' in one ? one.commands : []));
  return { text: dockerfile.text, commands };
}

const written = (...lines: string[]) =>
  commandsOf(...lines).commands.map(({ name, args }) => [name, ...args.map(({ value }) => value)].join(' '));
const named = (name: string, ...lines: string[]): Command => {
  const found = commandsOf(...lines).commands.find((command) => command.name === name);
  if (!found) throw new Error(`no command ${name}`);
  return found;
};

describe('commands', () => {
  it('takes them out of lists, pipes and constructs', () => {
    expect(
      written(
        'RUN a && b || c; d & (e) ; { f; } | g',
        'RUN if h; then i; elif j; then k; else l; fi; for x in 1; do m; done; while n; do o; done',
        'RUN case $x in y) p;; esac; q() { r; }; s=$(t) u "$(v)" <(w); [[ -f $(x) ]]',
      ).join('|'),
    ).toBe('a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|r|u $(v) <(w)|t|v|w|x');
  });

  it('knows where they stand', () => {
    const text = ['RUN a && b; if c; then d; fi; e() { f; }; g $(h) | i && ! j'];
    const places = commandsOf(...text).commands.map(
      ({ name, position: { before, after, inside, negated } }) => [
        name,
        before,
        after,
        inside.join(' '),
        negated,
      ],
    );
    expect(places).toEqual([
      ['a', undefined, '&&', '', false],
      ['b', '&&', ';', '', false],
      ['c', undefined, undefined, 'if condition', false],
      ['d', undefined, undefined, 'if', false],
      ['f', undefined, undefined, 'function group', false],
      ['g', ';', '&&', '', false],
      ['h', undefined, undefined, 'substitution', false],
      ['i', ';', '&&', '', false],
      ['j', '&&', undefined, '', true],
    ]);
  });

  it('knows what a command pipes into, through sudo too', () => {
    const curl = named('curl', 'RUN curl -fsSL https://example.com/x | tee y | sudo -E bash -s -- z');
    expect(curl.pipesInto.map(({ name }) => name)).toEqual(['tee']);
    expect(curl.position.pipeline?.stages.map((stage) => stage.map(({ name }) => name))).toEqual([
      ['curl'],
      ['tee'],
      ['sudo', 'bash'],
    ]);
    expect(curl.position.pipeline?.stages[2]?.[1]?.pipedFrom.map(({ name }) => name)).toEqual(['tee']);
  });

  it('maps every place back to the file', () => {
    const { text, commands } = commandsOf(
      'RUN a \\',
      '  # note',
      '  && b "x y" \\',
      '',
      '  z && sh -c "c \\"d e\\" f"',
      'RUN <<-EOF',
      '\tg h',
      '\t\ti',
      '\tEOF',
      'CMD ["j", "k\\tl"]',
    );
    expect(commands.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      'a',
      'b "x y" \\\n\n  z',
      'sh -c "c \\"d e\\" f"',
      'c \\"d e\\" f',
      'g h',
      'i',
      '"j", "k\\tl"'.slice(1, -1),
    ]);
    expect(commands[1]?.args.map(({ span }) => text.slice(span.start, span.end))).toEqual(['"x y"', 'z']);
  });

  it('reads the exec form without a shell', () => {
    expect(written('RUN ["apt-get", "install", "$x && y"]')).toEqual(['apt-get install $x && y']);
    expect(written('ENTRYPOINT ["/sbin/tini", "--", "sh", "-c", "exec node"]')).toEqual(
      ['tini -- sh -c exec node', 'sh -c exec node', 'exec node', 'node '].map((line) => line.trim()),
    );
  });

  it.each([
    ['SHELL ["powershell", "-Command"]', 'RUN a'],
    ['SHELL ["cmd", "/C"]', 'RUN a'],
    ['RUN <<EOF', '#!/usr/bin/env python3', 'import a', 'EOF'],
  ])('reads no commands of %s', (...lines) => {
    expect(written(...lines)).toEqual([]);
  });

  it('reads heredocs that a shell runs, and leaves others', () => {
    expect(written('RUN <<EOF', 'a', 'b', 'EOF')).toEqual(['a', 'b']);
    expect(written('RUN <<EOF', '#!/bin/bash -e', 'a', 'EOF')).toEqual(['a']);
    expect(written('RUN bash <<EOF', 'a', 'EOF')).toEqual(['bash', 'a']);
    expect(written('RUN python3 <<EOF && b', 'a', 'EOF')).toEqual(['python3', 'b']);
    expect(written('RUN cat <<EOF > x', 'a', 'EOF')).toEqual(['cat']);
  });

  it('keeps what a half-typed script has', () => {
    const run = new Dockerfile('FROM a\nRUN a && b && "c\n').instructions[1];
    if (run?.kind !== 'run') throw new Error('no RUN');
    expect(run.commands.map(({ name }) => name)).toContain('a');
    expect(run.script?.errors.length).toBeGreaterThan(0);
  });
});

describe('wrappers', () => {
  it.each([
    ['sudo -u app -E apt-get update', 'sudo'],
    ['sudo A=1 apt-get update', 'sudo'],
    ['env -u X A=1 B=2 apt-get update', 'env'],
    ['time -p apt-get update', ''],
    ['nice -n 5 apt-get update', 'nice'],
    ['exec apt-get update', 'exec'],
    ['command apt-get update', 'command'],
    ['timeout -k 5 10 apt-get update', 'timeout'],
    ['xargs -r -n 1 apt-get update', 'xargs'],
    ["sh -c 'apt-get update'", 'sh'],
    ['bash -lc "apt-get update"', 'bash'],
    ['/bin/bash -o pipefail -c "apt-get update"', 'bash'],
    ['bash -eo pipefail -c "apt-get update"', 'bash'],
    ['eval "apt-get update"', 'eval'],
    ['su app -c "apt-get update"', 'su'],
    ['find . -exec apt-get update {} +', 'find'],
    ['sudo sh -c "apt-get update"', 'sudo sh'],
  ])('sees through %s', (line, through) => {
    const command = named('apt-get', `RUN ${line}`);
    expect(command.args[0]?.value).toBe('update');
    expect(command.wrappers.map(({ name }) => name).join(' ')).toBe(through);
  });

  it.each(['command -v apt-get', 'bash script.sh apt-get', 'echo sudo apt-get', 'sh -c "$SCRIPT apt-get"x'])(
    'sees nothing in %s',
    (line) => {
      expect(commandsOf(`RUN ${line}`).commands.map(({ name }) => name)).not.toContain('apt-get');
    },
  );
});

describe('options of the shell', () => {
  const pipefail = (...lines: string[]) => named('curl', ...lines).position.options.pipefail;

  it.each([
    [['RUN curl x | sh'], false],
    [['RUN set -o pipefail && curl x | sh'], true],
    [['RUN set -euxo pipefail; curl x | sh'], true],
    [['RUN set -o pipefail; set +o pipefail; curl x | sh'], false],
    [['RUN (set -o pipefail); curl x | sh'], false],
    [['SHELL ["/bin/bash", "-o", "pipefail", "-c"]', 'RUN curl x | sh'], true],
    [['RUN bash -o pipefail -c "curl x | sh"'], true],
    [['RUN bash -euo pipefail -c "curl x | sh"'], true],
    [['RUN set -o pipefail; bash -c "curl x | sh"'], false],
    [['RUN <<EOF', 'set -o pipefail', 'curl x | sh', 'EOF'], true],
  ])('knows pipefail in %j', (lines, wanted) => {
    expect(pipefail(...lines)).toBe(wanted);
  });
});

describe('words', () => {
  it('fills in what the Dockerfile sets and splits it as the shell does', () => {
    const lines = ['ENV p="a b" v=1', 'ARG unknown'];
    expect(written(...lines, 'RUN x $p "$p" q=$v $unknown')).toEqual(['x a b a b q=1 $unknown']);
    const command = named('x', ...lines, 'RUN x $p "$p" q=$v $unknown');
    expect(command.args.map(({ known }) => known)).toEqual(['a', 'b', 'a b', 'q=1', undefined]);
    expect(command.hasHiddenArguments).toBe(true);
    expect(named('x', ...lines, 'RUN x "$unknown"').hasHiddenArguments).toBe(false);
  });

  it.each([
    'v=2; x $v',
    'export v=2; x $v',
    'v="2" && x $v',
    "v='2' set -x && x $v",
    'v=2; if true; then x $v; fi',
  ])('takes what the script sets once: %s', (script) => {
    expect(named('x', 'ENV v=1', `RUN ${script}`).args[0]?.known).toBe('2');
  });

  it.each([
    'for v in a b; do x $v; done',
    'v=2; v=3; x $v',
    'v=2; v+=3; x $v',
    'if true; then v=2; fi; x $v',
    'false || v=2; x $v',
    '(v=2); x $v',
    'v=2 y; x $v',
    'v=$(y); x $v',
    'v=$w; x $v',
    'v=2; read v; x $v',
    'v=(2); x $v',
    'v=2 | y; x $v',
    'v=2; sh -c "x $v"',
  ])('does not trust what the Dockerfile sets where the script sets it too: %s', (script) => {
    expect(named('x', 'ENV v=1', `RUN ${script}`).args[0]?.known).toBeUndefined();
  });

  it('tells expansions, quotes and wildcards', () => {
    const { args } = named('rm', 'RUN rm "$a/x" ${b:-c}* \'$d\' $(e)');
    expect(
      args.map(({ word }) =>
        word.expansions.map(({ kind, name, quoted, guarded }) => [kind, name, quoted, guarded]),
      ),
    ).toEqual([
      [['variable', 'a', true, false]],
      [['variable', 'b', false, true]],
      [],
      [['command', undefined, false, false]],
    ]);
    expect(args.map(({ word }) => word.hasGlob)).toEqual([false, true, false, false]);
    expect(args.map(({ word }) => word.isQuoted)).toEqual([true, false, true, false]);
  });

  it('reads assignments and redirections', () => {
    const command = named('x', 'RUN A=1 B="$c" x y >> /etc/f 2>&1 < in');
    expect(command.assignments.map(({ name, value }) => [name, value?.text])).toEqual([
      ['A', '1'],
      ['B', '"$c"'],
    ]);
    expect(
      command.redirections.map(({ operator, descriptor, target }) => [operator, descriptor, target?.value]),
    ).toEqual([
      ['>>', undefined, '/etc/f'],
      ['>&', 2, '1'],
      ['<', undefined, 'in'],
    ]);
    expect(command.args.map(({ value }) => value)).toEqual(['y']);
  });

  it('tells heredocs that are taken as they are', () => {
    const heredocs = [`RUN <<A\nx <<B\n$b\nB\nA`, `RUN <<A\nx <<'B'\n$b\nB\nA`];
    expect(
      heredocs.map((text) =>
        named('x', text).redirections.map(({ body, isLiteral }) => [body?.trim(), isLiteral]),
      ),
    ).toEqual([[['$b', false]], [['$b', true]]]);
  });
});

describe('flags', () => {
  const command = named('x', 'RUN x -qy --name=v -o out -I/inc --long w pos -- -n last');

  it('finds them alone, among others and with values', () => {
    expect(['-y', '-q', '--name', '--long', '-n', '--na'].map((flag) => command.hasFlag(flag))).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(['--name', '-o', '-I', '--long', '-z'].map((flag) => command.flagValue(flag)?.value)).toEqual([
      'v',
      'out',
      '/inc',
      'w',
      undefined,
    ]);
  });

  it('tells positional arguments from values', () => {
    expect(command.positionals(['-o', '--long']).map(({ value }) => value)).toEqual(['pos', '-n', 'last']);
  });
});
