// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Dockerfiles write their variables so.

import { describe, expect, it } from 'vitest';
import { packageManagers } from '../../rules/data/package-managers';
import { Dockerfile } from '../../rules/dockerfile/model/dockerfile';
import { assumesYes, packageCallOf } from '../../rules/dockerfile/model/package-managers';

const callsOf = (line: string) => {
  const run = new Dockerfile(`FROM a\nRUN ${line}\n`).instructions[1];
  return run?.kind === 'run' ? run.commands.flatMap((command) => packageCallOf(command) ?? []) : [];
};
const installed = (line: string) =>
  callsOf(line).map(({ manager, action, packages }) => [
    manager.id,
    action,
    ...packages.map(({ name, version }) => (version === undefined ? name : `${name} ${version}`)),
  ]);

describe('package managers', () => {
  it.each([
    ['apt-get update', ['apt-get', 'update']],
    [
      'apt-get -o A=b -t sid install -y --no-install-recommends curl=7.1-2 git',
      ['apt-get', 'install', 'curl 7.1-2', 'git'],
    ],
    ['apt install ./x.deb', ['apt', 'install', './x.deb']],
    [
      'apk add --no-cache -t .deps gcc~13 make=4.4-r2 curl',
      ['apk', 'install', 'gcc 13', 'make 4.4-r2', 'curl'],
    ],
    [
      'yum -y install httpd-2.4.6 java-11-openjdk python3-pip',
      ['yum', 'install', 'httpd 2.4.6', 'java 11-openjdk', 'python3-pip'],
    ],
    ['dnf clean all', ['dnf', 'clean', 'all']],
    ['microdnf update -y', ['microdnf', 'upgrade']],
    ['zypper -n in git', ['zypper', 'install', 'git']],
    ['pacman -Syu --noconfirm git', ['pacman', 'upgrade', 'git']],
    ['pacman -S git', ['pacman', 'install', 'git']],
    ['pip3 install -U "requests[socks]==2.1" flask>=2', ['pip', 'install', 'requests[socks] 2.1', 'flask']],
    ['pip3.11 install x', ['pip', 'install', 'x']],
    ['python3 -m pip install --upgrade pip', ['pip', 'install', 'pip']],
    ['uv pip install --system x==1', ['uv', 'install', 'x 1']],
    ['uv sync --frozen', ['uv', 'restore']],
    ['npm i -g @scope/a@1.2 b', ['npm', 'install', '@scope/a 1.2', 'b']],
    ['npm install', ['npm', 'restore']],
    ['npm ci', ['npm', 'restore']],
    ['yarn global add x@1', ['yarn', 'install', 'x 1']],
    ['yarn', ['yarn', 'restore']],
    ['yarn --frozen-lockfile', ['yarn', 'restore']],
    ['pnpm add x', ['pnpm', 'install', 'x']],
    ['gem install bundler -v 2.1', ['gem', 'install', 'bundler 2.1']],
    ['gem install bundler:2.1', ['gem', 'install', 'bundler 2.1']],
    ['go install example.com/x@latest', ['go', 'install', 'example.com/x latest']],
    ['cargo install --locked x --version 1.2', ['cargo', 'install', 'x 1.2']],
    ['conda install -y -c conda-forge numpy=1.2 scipy', ['conda', 'install', 'numpy 1.2', 'scipy']],
  ])('reads %s', (line, wanted) => {
    expect(installed(line)).toEqual([wanted]);
  });

  it.each([
    'apt-get',
    'npm run build',
    'yarn build',
    'go build ./...',
    'echo apt-get install',
    'python3 -m http.server',
  ])('finds nothing in %s', (line) => {
    expect(installed(line)).toEqual([]);
  });

  it('tells what kind of thing is installed', () => {
    const [call] = callsOf('pip install . ./x -r req.txt https://example.com/y.whl z.whl $what name');
    expect(call?.packages.map(({ kind }) => kind)).toEqual([
      'path',
      'path',
      'url',
      'path',
      'unknown',
      'name',
    ]);
    expect(call?.lists.map(({ value }) => value)).toEqual(['req.txt']);
  });

  it('knows who asks questions', () => {
    const yes = (line: string) => callsOf(line).map(assumesYes);
    expect(yes('apt-get install x; apt-get install -qy x; apk add x; yum install x -y')).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });

  it('has each program once, and flags and patterns that are what they should be', () => {
    const programs = packageManagers.flatMap((manager) => manager.programs);
    expect(new Set(programs).size).toBe(programs.length);
    for (const { valueFlags, yesFlags, pin } of packageManagers) {
      for (const flag of [...valueFlags, ...yesFlags]) expect(flag).toMatch(/^-/);
      expect(pin.flags).not.toContain('g');
    }
  });
});
