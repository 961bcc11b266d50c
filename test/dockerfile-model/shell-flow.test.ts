import { describe, expect, it } from 'vitest';
import { Dockerfile } from '../../rules/dockerfile/model/dockerfile';
import type { RunInstruction } from '../../rules/dockerfile/model/instructions/command-line';
import { bashismsIn } from '../../rules/dockerfile/model/shell/bashisms';
import { isFollowedAnyway, isForgiven, isHiddenByPipe } from '../../rules/dockerfile/model/shell/failure';
import { refusesPipefail, systemShellOf } from '../../rules/dockerfile/model/shell/system-shell';

function lastRun(...lines: string[]): RunInstruction {
  const run = new Dockerfile(`${lines.join('\n')}\n`).instructions.findLast((one) => one.kind === 'run');
  if (run?.kind !== 'run') throw new Error('no RUN');
  return run;
}

describe('the shell behind /bin/sh', () => {
  it.each([
    ['debian:12', 'dash', true],
    ['debian:bookworm-slim', 'dash', true],
    ['debian:13', 'dash', false],
    ['docker.io/library/ubuntu:24.04', 'dash', true],
    ['python:3.13', 'dash', false],
    ['python:3.13-slim-bookworm', 'dash', true],
    ['python:3.13-alpine', 'ash', false],
    ['alpine:3.22', 'ash', false],
    ['fedora:42', 'bash', false],
    ['registry.access.redhat.com/ubi9/ubi:9.6', 'bash', false],
    ['ghcr.io/library/debian:12', undefined, false],
    ['example/debian:12', undefined, false],
    ['scratch', undefined, false],
  ])('of %s is %s', (image, shell, refuses) => {
    const run = lastRun(`FROM ${image}`, 'RUN a');
    expect(systemShellOf(run)).toBe(shell);
    expect(refusesPipefail(run)).toBe(refuses);
  });

  it('follows stages, SHELL and the first line of a heredoc', () => {
    expect(systemShellOf(lastRun('FROM debian:12 AS base', 'FROM base', 'RUN a'))).toBe('dash');
    expect(systemShellOf(lastRun('FROM debian:12', 'SHELL ["/bin/bash", "-c"]', 'RUN a'))).toBeUndefined();
    expect(systemShellOf(lastRun('FROM example/a', 'SHELL ["/bin/ash", "-c"]', 'RUN a'))).toBe('ash');
    expect(systemShellOf(lastRun('FROM debian:12', 'RUN <<EOF', '#!/bin/bash', 'a', 'EOF'))).toBeUndefined();
    expect(systemShellOf(lastRun('FROM debian:12', 'RUN ["sh", "-c", "a"]'))).toBeUndefined();
  });

  it.each([
    'RUN ln -sf /bin/bash /bin/sh',
    'RUN echo "dash dash/sh boolean false" | debconf-set-selections',
    'COPY --from=other /bin/busybox /bin/sh',
  ])('is not told behind %s', (instruction) => {
    expect(systemShellOf(lastRun('FROM debian:12', instruction, 'RUN a'))).toBeUndefined();
    expect(systemShellOf(lastRun('FROM debian:12 AS b', instruction, 'FROM b', 'RUN a'))).toBeUndefined();
  });
});

describe('what only Bash knows', () => {
  it.each([
    ['[[ -f a ]]', 'double-bracket', '[['],
    ['[ a == b ]', 'double-equals', '=='],
    ['source a', 'source', 'source'],
    ['a=(b c)', 'array', 'a=(b c)'],
    ['echo "$' + '{a[0]}"', 'array', '$' + '{a[0]}'],
    ['mkdir a{b,c}', 'brace', '{b,c}'],
    ['set -euo pipefail', 'pipefail', 'pipefail'],
    ['cat <<< a', 'here-string', '<<< a'],
    ['a &> b', 'redirect-both', '&> b'],
    ['a <(b)', 'process', '<(b)'],
    ['echo $' + '{!a}', 'expansion', '$' + '{!a}'],
    ['x=$(shopt -s a)', 'command', 'shopt'],
    ['echo -e a', 'echo-flag', '-e'],
  ])('is found in %s', (script, kind, text) => {
    const dockerfile = new Dockerfile(`FROM debian:12\nRUN ${script}\n`);
    const run = dockerfile.instructions.find((one) => one.kind === 'run');
    if (run?.kind !== 'run' || !run.script) throw new Error('no script');
    const [found, ...others] = bashismsIn(run.script);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ kind, text });
    expect(dockerfile.text.slice(found?.span.start, found?.span.end)).toBe(text);
  });

  it.each([
    '[ -f a ]',
    '. a',
    'find . -exec a {} +',
    'echo "{a,b}"',
    'curl -d {a:1,b:2} c',
    'a > b 2>&1',
    'bash -c "[[ a ]]"',
    'echo a -e',
  ])('is not in %s', (script) => {
    const { script: read } = lastRun('FROM debian:12', `RUN ${script}`);
    expect(read && bashismsIn(read)).toEqual([]);
  });
});

describe('a failure', () => {
  const first = (script: string) => {
    const { commands } = lastRun('FROM debian:12', `RUN ${script}`);
    const [command] = commands;
    if (!command) throw new Error('no command');
    return { command, commands };
  };

  it.each([
    ['a || true', true],
    ['a || :', true],
    ['a || echo b; c', true],
    ['sudo a || true', true],
    ['a || exit 1', false],
    ['a || echo b && c', false],
    ['a || { echo b; exit 1; }', false],
    ['a || (echo b && exit 1)', false],
    ['a; b || true', false],
    ['a', false],
  ])('is forgiven by %s: %s', (script, forgiven) => {
    const { command, commands } = first(script);
    expect(isForgiven(command, commands)).toBe(forgiven);
  });

  it.each([
    ['a; b', true],
    ['a && b', false],
    ['a', false],
    ['! a; b', false],
    ['if a; then b; fi; c', false],
    ['while a; b; do c; done', false],
  ])('does not stop %s: %s', (script, followed) => {
    expect(isFollowedAnyway(first(script).command)).toBe(followed);
  });

  it('is hidden by a pipe without pipefail', () => {
    expect(isHiddenByPipe(first('a | b').command)).toBe(true);
    expect(isHiddenByPipe(first('a').command)).toBe(false);
    const [, command] = lastRun('FROM debian:12', 'RUN set -o pipefail; a | b').commands;
    expect(command && isHiddenByPipe(command)).toBe(false);
  });
});
