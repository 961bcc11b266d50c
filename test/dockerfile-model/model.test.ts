// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Dockerfiles write their variables so.

import { describe, expect, it } from 'vitest';
import { Dockerfile } from '../../rules/dockerfile/model/dockerfile';
import { render } from '../../rules/message';

const model = (...lines: string[]) => new Dockerfile(`${lines.join('\n')}\n`);
const problems = (...lines: string[]) => {
  const { text, problems } = model(...lines);
  return problems.map(({ span, message }) => `${text.slice(span.start, span.end)}: ${render(message)}`);
};

describe('stages', () => {
  it('knows what an image is built on', () => {
    const { stages } = model('FROM alpine:3.20 AS Base', 'FROM base', 'FROM scratch', 'FROM base AS other');
    expect(stages.map((stage) => stage.parent?.name)).toEqual([undefined, 'base', undefined, 'base']);
    expect(stages.map((stage) => stage.baseImage?.tag)).toEqual(['3.20', '3.20', undefined, '3.20']);
    expect(stages.map((stage) => stage.isScratch)).toEqual([false, false, true, false]);
  });

  it('knows what the built stage needs', () => {
    const { stages } = model(
      'FROM a AS one',
      'FROM a AS two',
      'FROM a AS three',
      'FROM a AS four',
      'FROM two',
      'COPY --from=0 /x /x',
      'RUN --mount=type=bind,from=Three,target=/m make',
    );
    expect(stages.map((stage) => stage.isUsed)).toEqual([true, true, true, false, true]);
    expect(stages.map((stage) => stage.isFinal)).toEqual([false, false, false, false, true]);
  });

  it('builds the target of the settings', () => {
    const { stages } = new Dockerfile('FROM a AS one\nFROM one AS two\nFROM a\n', { target: 'ONE' });
    expect(stages.map((stage) => stage.isUsed)).toEqual([true, false, false]);
  });

  it('tells stages from images in COPY --from', () => {
    const { stages } = model('FROM a AS one', 'FROM b', 'COPY --from=one /x /x', 'COPY --from=nginx:1 /y /y');
    expect(
      stages[1]?.sources.map(({ source }) => (source.kind === 'stage' ? source.stage.name : source.name)),
    ).toEqual(['one', 'nginx:1']);
  });

  it('knows the user at the end and at each instruction', () => {
    const { stages } = model(
      'FROM a AS one',
      'USER app',
      'FROM one',
      'RUN x',
      'ARG id',
      'USER $id:0',
      'RUN y',
    );
    const last = stages[1];
    expect(stages[0]?.user?.value).toBe('app');
    expect(last?.user).toMatchObject({ value: '$id:0', resolved: false });
    const runs = last?.ofKind('run') ?? [];
    expect(runs.map((run) => last?.userAt(run)?.value)).toEqual(['app', '$id:0']);
    expect(last?.userAt(runs[0] ?? last.from)?.stage).toBe(stages[0]);
  });

  it('knows the shell of each RUN', () => {
    const { instructions, stages } = model(
      'FROM a AS one',
      'RUN a',
      'SHELL ["/bin/bash", "-o", "pipefail", "-c"]',
      'RUN b',
      'FROM one',
      'RUN c',
      'SHELL ["pwsh", "-c"]',
    );
    const kinds = instructions.flatMap((one) => (one.kind === 'run' ? [one.shell.kind] : []));
    expect(kinds).toEqual(['sh', 'bash', 'bash']);
    expect(stages[1]?.shell.kind).toBe('powershell');
  });

  it.each([
    ['FROM mcr.microsoft.com/windows/servercore:ltsc2022', true],
    ['FROM mcr.microsoft.com/windows/nanoserver', true],
    ['FROM golang:1.22-windowsservercore', true],
    ['FROM --platform=windows/amd64 x', true],
    ['FROM --platform=linux/amd64 x', false],
    ['FROM alpine', false],
  ])('knows Windows by %j', (line, isWindows) => {
    expect(model(line).stages[0]?.isWindows).toBe(isWindows);
  });
});

describe('variables', () => {
  const values = (...lines: string[]) =>
    model(...lines).instructions.flatMap((one) =>
      one.kind === 'user' || one.kind === 'workdir'
        ? [[one.argument?.expanded.value, one.argument?.expanded.resolved]]
        : [],
    );

  it('reads FROM with global ARGs', () => {
    const { stages } = model('ARG tag=3', 'ARG name=alpine:$tag', 'FROM $name', 'FROM ${other:-debian}:12');
    expect(stages.map((stage) => stage.from.image?.known)).toEqual(['alpine:3', 'debian:12']);
  });

  it('does not see global ARGs in a stage that does not declare them', () => {
    expect(values('ARG u=app', 'FROM scratch', 'USER x$u', 'ARG u', 'USER x$u')).toEqual([
      ['x', true],
      ['xapp', true],
    ]);
  });

  it('knows nothing of an ARG without default', () => {
    expect(values('FROM scratch', 'ARG u', 'USER $u', 'USER ${u:-app}', 'USER ${u:+x}')).toEqual([
      ['$u', false],
      ['app', true],
      ['${u:+x}', false],
    ]);
  });

  it('takes the value that counts where the instruction stands', () => {
    expect(values('FROM scratch', 'ENV u=a', 'USER $u', 'ENV u=b v=$u', 'USER $u$v')).toEqual([
      ['a', true],
      ['ba', true],
    ]);
  });

  it('goes on with the variables of the stage below', () => {
    expect(values('FROM scratch AS one', 'ENV u=a', 'FROM one', 'USER $u')).toEqual([['a', true]]);
  });

  it('cannot tell what the base image sets', () => {
    expect(values('FROM alpine', 'WORKDIR $HOME', 'WORKDIR ${HOME:-/x}')).toEqual([
      ['$HOME', false],
      ['${HOME:-/x}', false],
    ]);
  });

  it('cannot tell the platform', () => {
    const { stages } = model(
      'FROM --platform=$BUILDPLATFORM alpine',
      'ARG TARGETARCH',
      'WORKDIR /$TARGETARCH',
    );
    expect(stages[0]?.from.platform?.known).toBeUndefined();
    expect(stages[0]?.ofKind('workdir')[0]?.argument?.known).toBeUndefined();
  });

  it('reads the ARGs of one instruction one after the other', () => {
    expect(values('FROM scratch', 'ARG a=1 b=$a', 'USER $b')).toEqual([['1', true]]);
  });
});

describe('instructions', () => {
  it('reads pairs', () => {
    const { instructions, text } = model(
      'FROM a',
      'ENV a=1 b="x y" c=x\\ y',
      'ENV old the value',
      'LABEL "k k"=v',
      'ARG q',
    );
    const pairs = instructions.flatMap((one) =>
      one.kind === 'env' || one.kind === 'label' || one.kind === 'arg'
        ? one.pairs.map((pair) => [
            pair.name.value,
            pair.value?.value,
            text.slice(pair.span.start, pair.span.end),
          ])
        : [],
    );
    expect(pairs).toEqual([
      ['a', '1', 'a=1'],
      ['b', 'x y', 'b="x y"'],
      ['c', 'x y', 'c=x\\ y'],
      ['old', 'the value', 'old the value'],
      ['k k', 'v', '"k k"=v'],
      ['q', undefined, 'q'],
    ]);
  });

  it('reads mounts', () => {
    const [, run] = model(
      'FROM a',
      'RUN --mount=type=secret,id=npm,dst=/root/.npmrc,required --mount=type=secret,id=t,env=T --mount=src=a,target=/b,rw --mount=type=secret,id=a/b x',
    ).instructions;
    if (run?.kind !== 'run') throw new Error('no RUN');
    expect(
      run.mounts.map((mount) => [mount.type, mount.id, mount.secretPath, mount.isRequired, mount.isReadOnly]),
    ).toEqual([
      ['secret', 'npm', '/root/.npmrc', true, true],
      ['secret', 't', undefined, false, true],
      ['bind', 'a', '/b', false, false],
      ['secret', 'a/b', '/run/secrets/b', false, true],
    ]);
  });

  it('reads COPY in both forms', () => {
    const { instructions } = model(
      'FROM a',
      'COPY --chown=a:b --link a b /c/',
      'ADD ["a b", "/c"]',
      'COPY <<E x /y',
      'E',
    );
    expect(
      instructions.flatMap((one) =>
        one.kind === 'copy' || one.kind === 'add'
          ? [[one.sources.map((word) => word.value), one.destination?.value]]
          : [],
      ),
    ).toEqual([
      [['a', 'b'], '/c/'],
      [['a b'], '/c'],
      [['x'], '/y'],
    ]);
  });

  it('reads ports', () => {
    const { instructions } = model('FROM a', 'ARG p', 'EXPOSE 80 53/UDP 8000-8010/tcp $p 127.0.0.1:80:90 x');
    const expose = instructions[2];
    if (expose?.kind !== 'expose') throw new Error('no EXPOSE');
    expect(
      expose.ports.map(({ first, last, protocol, hasHost }) => [first, last, protocol, hasHost]),
    ).toEqual([
      [80, 80, 'tcp', false],
      [53, 53, 'udp', false],
      [8000, 8010, 'tcp', false],
      [undefined, undefined, '', false],
      [90, 90, 'tcp', true],
      [undefined, undefined, 'tcp', false],
    ]);
  });

  it('knows the form of a command line', () => {
    const { instructions } = model(
      'FROM a',
      'CMD a b',
      'CMD ["a", "b"]',
      "CMD ['a']",
      'RUN <<E',
      'E',
      'RUN cat <<E',
      'E',
    );
    expect(instructions.flatMap((one) => ('form' in one ? [one.form] : []))).toEqual([
      'shell',
      'exec',
      'shell',
      'heredoc',
      'shell',
    ]);
  });

  it('reads HEALTHCHECK', () => {
    const { instructions } = model('FROM a', 'HEALTHCHECK --interval=5s CMD curl x', 'HEALTHCHECK none');
    const checks = instructions.flatMap((one) => (one.kind === 'healthcheck' ? [one] : []));
    expect(checks.map((check) => [check.isNone, check.commands.map((command) => command.name)])).toEqual([
      [false, ['curl']],
      [true, []],
    ]);
  });

  it('reads what stands behind ONBUILD, which changes nothing in the stage itself', () => {
    const { instructions, stages } = model('FROM a', 'ONBUILD USER app', 'ONBUILD run make');
    const triggers = instructions.flatMap((one) => (one.kind === 'onbuild' ? [one.trigger?.kind] : []));
    expect(triggers).toEqual(['user', 'run']);
    expect(stages[0]?.user).toBeUndefined();
  });
});

describe('problems', () => {
  it.each([
    [['FROM a', 'FOO bar'], 'FOO: Docker knows no instruction `FOO`.'],
    [['RUN x', 'FROM a'], 'RUN: RUN stands before the first FROM, where only ARG may stand.'],
    [['FROM a b'], 'a b: FROM takes an image, or an image and `AS` with a name.'],
    [['FROM a', 'COPY x'], 'x: COPY needs at least one source and a destination.'],
    [['FROM a', 'CMD ["a", 1]'], '["a", 1]: The JSON array of CMD may hold strings only.'],
    [['FROM a', 'ENV a=1 b'], 'b: `b` is no `name=value`. A value with spaces must stand in quotes.'],
    [['FROM a', 'ENV a="1'], '"1: BuildKit cannot read `"1`: a double quote is not closed.'],
    [['FROM a', 'SHELL bash'], 'bash: SHELL needs a JSON array: `SHELL ["/bin/bash", "-c"]`.'],
    [['FROM a', 'COPY --chwon=a b c'], '--chwon: COPY has no flag `--chwon`.'],
    [
      ['FROM a', 'RUN --mount=type=sekret,id=a x'],
      'type=sekret: `sekret` is no type of mount: use bind, cache, tmpfs, secret or ssh.',
    ],
    [['FROM a', 'ONBUILD FROM b'], 'FROM: FROM may not stand behind ONBUILD.'],
    [['FROM a', 'USER'], 'USER: USER needs an argument.'],
    [['FROM a', 'WORKDIR ${x'], "${x: BuildKit cannot read `${x`: a '}' is missing."],
    [['ARG a=1'], 'ARG: The file has no FROM: nothing is built.'],
    [['# nothing'], ': The file has no instructions.'],
  ])('tells of %j', (lines, problem) => {
    expect(problems(...lines)).toEqual([problem]);
  });

  it.each([
    [['FROM a', "CMD ['a']"]],
    [['FROM a', 'CMD [ -f x ] && y']],
    [['FROM a', 'RUN']],
    [['FROM a', 'RUN x \\', '', '  y']],
    [['from a as b', 'run x']],
    [['# syntax=example.com/my/frontend', 'FROM a', 'FOO bar']],
    [['FROM a', 'RUN --mount=type=ssh git', 'RUN --security=insecure x']],
  ])('accepts %j', (lines) => {
    expect(problems(...lines)).toEqual([]);
  });

  it('tells of each instruction once, and of a row of unknown ones once', () => {
    expect(
      problems('FROM a', 'foo', 'bar', 'ENV a="', 'COPY x', 'baz').map((problem) => problem.split(':')[0]),
    ).toEqual(['foo', '"', 'x', 'baz']);
  });

  it('keeps the rest of a file that is half typed', () => {
    const { stages, problems } = model('FROM a', 'COPY', 'USER app');
    expect(problems).toHaveLength(1);
    expect(stages[0]?.user?.value).toBe('app');
  });
});
