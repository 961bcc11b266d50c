import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  clean,
  found,
  headlines,
  only,
  privilegedPod,
  project,
  run,
  withError,
  withInfo,
  withWarning,
} from './program';

describe('exit codes', () => {
  it('are 0 for clean files', async () => {
    const cwd = project({ 'a.yaml': clean, Dockerfile: '' });
    const result = await run(['audit'], { cwd });
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(result.stdout).toBe('No findings in 2 files.\n');
  });

  it('are 0 where there is nothing to audit', async () => {
    expect(await run(['audit'], { cwd: project({ 'a.txt': 'x' }) })).toMatchObject({
      code: 0,
      stdout: 'No findings in 0 files.\n',
    });
  });

  it.each([
    ['info', [1, 1, 1, 0]],
    ['warning', [1, 1, 0, 0]],
    ['error', [1, 0, 0, 0]],
    ['never', [0, 0, 0, 0]],
  ])('follow --fail-on %s', async (severity, codes) => {
    const cwd = project({ 'e.yaml': withError, 'w.yaml': withWarning, 'i.yaml': withInfo, 'c.yaml': clean });
    const files = ['e.yaml', 'w.yaml', 'i.yaml', 'c.yaml'];
    const results = await Promise.all(
      files.map((file) => run(['audit', '--fail-on', severity, file], { cwd })),
    );
    expect(results.map(({ code }) => code)).toEqual(codes);
  });

  it('are 1 by default for a finding of any severity', async () => {
    expect((await run(['audit'], { cwd: project({ 'i.yaml': withInfo }) })).code).toBe(1);
  });

  it.each([
    [['audit', '--no-such-option'], "unknown option '--no-such-option'"],
    [['audit', '--format', 'xml'], 'Allowed choices are pretty, json, sarif, github, junit'],
    [['audit', '--fail-on', 'fatal'], 'Allowed choices are error, warning, info, never'],
    [['audit', '--profile', 'strict'], 'Allowed choices are essential, recommended, all'],
    [['audit', '--kubernetes-version', '2'], 'It is a minor version such as 1.33'],
    [['audit', '--fix', '--fix-dry-run'], "cannot be used with option '--fix'"],
    [['audit', '--fix-dry-run', '--format', 'json'], 'cannot be used with option'],
    [['audit', '--baseline', 'none.sarif'], 'it does not exist'],
    [['audits'], "unknown command 'audits'"],
    [[], 'Usage: seaworthy'],
  ])('are 2 for wrong use: %s', async (args, said) => {
    const { code, stdout, stderr } = await run(args, { cwd: project() });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(said);
  });

  it('are 0 for help and version', async () => {
    const help = await run(['audit', '--help']);
    expect(help.code).toBe(0);
    expect(help.stdout).toContain('Exit codes:');
    const version = await run(['--version']);
    expect(version).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });
});

describe('the report for people', () => {
  it('has a headline, the line and the fix of each finding, and a summary', async () => {
    const cwd = project({ '.seaworthy.yaml': only('privileged-container'), 'pod.yaml': privilegedPod });
    const { code, stdout } = await run(['audit'], { cwd });
    expect(code).toBe(1);
    expect(
      stdout,
    ).toBe(`pod.yaml:10:9: error: Container \`one\` of Pod \`a\` runs privileged, so root inside of it is root on the node. Set it to false. [privileged-container]
   10 |         privileged: true
      |         ^^^^^^^^^^^^^^^^
      fix Set privileged to false (to be reviewed)

1 finding (1 error, 0 warnings, 0 info) in 1 of 1 file.
`);
  });

  it('has headlines that the problem matcher of the extension reads', async () => {
    const cwd = project({ 'a b.yaml': withError, 'w.yaml': withWarning, 'i.yaml': withInfo });
    const result = await run(['audit', '--quiet'], { cwd });
    const matcher = /^(.+?):(\d+):(\d+): (error|warning|info): (.*) \[([\w-]+)\]$/;
    const lines = result.stdout.trimEnd().split('\n');
    expect(lines.map((line) => matcher.exec(line)?.slice(1, 5))).toEqual([
      ['a b.yaml', expect.any(String), expect.any(String), 'error'],
      ['i.yaml', '1', '25', 'info'],
      ['w.yaml', '1', '25', 'warning'],
    ]);
  });

  it('is coloured only where that is wanted', async () => {
    const cwd = project({ 'w.yaml': withWarning });
    const start = '\u001b[';
    const FORCE_COLOR = '1';
    expect((await run(['audit'], { cwd })).stdout).not.toContain(start);
    expect((await run(['audit'], { cwd, env: { FORCE_COLOR } })).stdout).toContain(`${start}33mwarning`);
    expect((await run(['audit', '--no-color'], { cwd, env: { FORCE_COLOR } })).stdout).not.toContain(start);
    expect((await run(['audit'], { cwd, env: { FORCE_COLOR, NO_COLOR: '1' } })).stdout).not.toContain(start);
  });

  it('lets nothing in a file steer the terminal', async () => {
    const text = privilegedPod
      .replace('name: one', 'name: "one\\e]0;owned\\a"')
      .replace('true', 'true # \u001b[2J\u202e\u009b');
    const cwd = project({ '.seaworthy.yaml': only('privileged-container'), 'a\u001b[31m.yaml': text });
    for (const format of ['pretty', 'json', 'sarif', 'github', 'junit']) {
      const { code, stdout, stderr } = await run(['audit', '--format', format], { cwd });
      expect(code, format).toBe(1);
      expect(stdout.length).toBeGreaterThan(100);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
      expect(stdout + stderr, format).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202e]/);
    }
  });

  it('shows no credentials', async () => {
    const secret = 'hunter2-but-much-longer';
    const text = `${privilegedPod}      env:\n        - {name: DB_PASSWORD, value: ${secret}}\n        - name: API_TOKEN\n          value: ${secret}\n`;
    const dockerfile = `FROM example.com/a:1\nENV DB_PASSWORD=${secret}\nUSER 7\n`;
    const cwd = project({ 'a.yaml': text, Dockerfile: dockerfile });
    const { stdout } = await run(['audit'], { cwd });
    expect(stdout).toContain('[env-secret]');
    expect(stdout).not.toContain(secret);
  });

  it('cuts long lines around the finding', async () => {
    const pod = JSON.stringify({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'a', annotations: { long: 'x'.repeat(5000) } },
      spec: { containers: [{ name: 'b', image: 'c', securityContext: { privileged: true } }] },
    });
    const cwd = project({ '.seaworthy.yaml': only('privileged-container'), 'a.json': pod });
    const lines = (await run(['audit'], { cwd })).stdout.split('\n');
    const row = lines.findIndex((line) => line.includes('"privileged":true'));
    const [line = '', marks = ''] = lines.slice(row);
    expect(line.length).toBeLessThan(140);
    expect(line.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe('"privileged":true');
  });
});

describe('options', () => {
  it('--quiet prints headlines alone', async () => {
    const { stdout } = await run(['audit', '--quiet'], { cwd: project({ 'w.yaml': withWarning }) });
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(headlines({ code: 0, stdout, stderr: '' })).toHaveLength(1);
  });

  it('--output writes the report to a file and prints nothing', async () => {
    const cwd = project({ 'w.yaml': withWarning });
    const args = ['audit', '--format', 'json', '--output', 'report.json'];
    expect(await run(args, { cwd })).toEqual({ code: 1, stdout: '', stderr: '' });
    // The report of the first run is none of the files of the second.
    expect(await run(args, { cwd })).toEqual({ code: 1, stdout: '', stderr: '' });
    const { default: report } = await import(path.join(cwd, 'report.json'), { with: { type: 'json' } });
    expect(report.summary).toMatchObject({ files: 1, findings: 1 });
  });

  it('--output says where it cannot write', async () => {
    const { code, stderr } = await run(['audit', '--output', 'none/report.json'], { cwd: project() });
    expect(code).toBe(2);
    expect(stderr).toBe('seaworthy: none/report.json cannot be written: it does not exist.\n');
  });

  it('--profile outweighs the configuration', async () => {
    const cwd = project({ '.seaworthy.yaml': 'profile: essential\n', 'i.yaml': withInfo });
    expect((await run(['audit'], { cwd })).code).toBe(0);
    const recommended = await run(['audit', '--profile', 'recommended'], { cwd });
    expect(found(recommended)).toEqual(['i.yaml [unused-suppression]']);
  });

  it('--config holds for all files, with globs from the working directory', async () => {
    const cwd = project({
      'w.yaml': withWarning,
      'sub/w.yaml': withWarning,
      'sub/.seaworthy.yaml': 'rules: { unknown-suppression: error }\n',
      'conf/strict.yaml': 'rules: { unknown-suppression: info }\nignore: [/w.yaml]\n',
    });
    const nearest = await run(['audit', 'w.yaml', 'sub'], { cwd });
    expect(nearest.stdout).toContain('w.yaml:1:25: warning:');
    expect(nearest.stdout).toContain('sub/w.yaml:1:25: error:');
    const fixed = await run(['audit', '--config', 'conf/strict.yaml'], { cwd });
    expect(found(fixed)).toEqual(['sub/w.yaml [unknown-suppression]']);
    expect(fixed.stdout).toContain('sub/w.yaml:1:25: info:');
  });

  it('--config says that the file is not there, and audits all the same', async () => {
    const { code, stdout, stderr } = await run(['audit', '--config', 'none.yaml'], {
      cwd: project({ 'w.yaml': withWarning }),
    });
    expect(code).toBe(2);
    expect(stderr).toBe('none.yaml: error: Not used: it does not exist. [configuration]\n');
    expect(stdout).toContain('[unknown-suppression]');
  });

  it('--kubernetes-version outweighs the configuration', async () => {
    const manifest = 'apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata: {name: a}\nspec: {}\n';
    const cwd = project({
      '.seaworthy.yaml': `kubernetesVersion: "1.20"\n${only('removed-api', 'old-api')}`,
      'a.yaml': manifest,
    });
    const old = await run(['audit'], { cwd });
    const recent = await run(['audit', '--kubernetes-version', '1.36'], { cwd });
    expect(found(recent)).not.toEqual(found(old));
  });
});

describe('configuration', () => {
  it('is the nearest above a file', async () => {
    const cwd = project({
      '.seaworthy.yaml': 'rules: { unknown-suppression: error }\n',
      'a/w.yaml': withWarning,
      'b/.seaworthy.yaml': 'rules: { unknown-suppression: off }\n',
      'b/w.yaml': withWarning,
      'b/c/w.yaml': withWarning,
    });
    const result = await run(['audit'], { cwd: path.join(cwd, 'a') });
    expect(result.stdout).toContain('w.yaml:1:25: error:');
    expect(found(await run(['audit'], { cwd }))).toEqual(['a/w.yaml [unknown-suppression]']);
  });

  it('is not looked for above the repository', async () => {
    const cwd = project({
      '.seaworthy.yaml': 'rules: { unknown-suppression: off }\n',
      'repo/w.yaml': withWarning,
    });
    mkdirSync(path.join(cwd, 'repo', '.git'));
    expect(found(await run(['audit', 'repo'], { cwd }))).toEqual(['repo/w.yaml [unknown-suppression]']);
  });

  it('that is broken is told at its place, and the defaults apply', async () => {
    const cwd = project({
      '.seaworthy.yaml': 'profile: everything\nrules:\n  no-such: off\n',
      'w.yaml': withWarning,
    });
    const { code, stderr, stdout } = await run(['audit'], { cwd });
    expect(code).toBe(2);
    expect(stderr.split('\n')).toEqual([
      '.seaworthy.yaml:1:10: error: `profile` is one of `essential`, `recommended`, `all`. [configuration]',
      '.seaworthy.yaml:3:3: warning: No rule is called `no-such`. [configuration]',
      '',
    ]);
    expect(stdout).toContain('[unknown-suppression]');
  });

  it('with an unknown rule alone does not fail', async () => {
    const cwd = project({ '.seaworthy.yaml': 'rules: { no-such: off }\n', 'c.yaml': clean });
    expect(await run(['audit'], { cwd })).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('no-such'),
    });
  });

  it('leaves files out, and says so of a file that was named', async () => {
    const cwd = project({
      '.seaworthy.yaml': 'ignore:\n  - old/\n  - paths: [some]\n    rules: [unknown-suppression]\n',
      'old/w.yaml': withWarning,
      'some/w.yaml': withWarning,
      'some/e.yaml': withError,
    });
    const all = await run(['audit'], { cwd });
    expect(found(all)).toEqual(['some/e.yaml [yaml-syntax]']);
    expect(all.stderr).toBe('');
    const named = await run(['audit', 'old/w.yaml'], { cwd });
    expect(named).toMatchObject({
      code: 0,
      stderr: 'old/w.yaml: info: Left out: the configuration ignores it.\n',
    });
  });
});

describe('suppressions', () => {
  it('are counted, not shown', async () => {
    const text = privilegedPod.replace(
      '        privileged',
      '        # seaworthy-ignore privileged-container: known\n        privileged',
    );
    const cwd = project({
      '.seaworthy.yaml': only('privileged-container', 'unused-suppression'),
      'a.yaml': text,
    });
    const { code, stdout } = await run(['audit'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toBe('No findings in 1 file. 1 suppressed by comments.\n');
  });
});

describe('findings across files', () => {
  const workload = (name: string): string =>
    `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: ${name}, namespace: shop}\nspec:\n  selector: {matchLabels: {app: ${name}}}\n  template:\n    metadata: {labels: {app: ${name}}}\n    spec:\n      containers: [{name: a, image: b}]\n`;
  const policy =
    'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: all, namespace: shop}\nspec: {podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress, Egress]}\n';

  it('join what stands in different folders', async () => {
    const cwd = project({
      '.seaworthy.yaml': only('missing-network-policy'),
      'web/deployment.yaml': workload('web'),
      'api/deployment.yaml': workload('api'),
      'policies/web.yaml': policy,
    });
    expect(found(await run(['audit'], { cwd }))).toEqual(['api/deployment.yaml [missing-network-policy]']);
    expect(found(await run(['audit', 'web', 'api'], { cwd }))).toEqual([
      'api/deployment.yaml [missing-network-policy]',
      'web/deployment.yaml [missing-network-policy]',
    ]);
  });
});

describe('walking', () => {
  const at = (paths: readonly string[]): Record<string, string> =>
    Object.fromEntries(
      paths.map((file) => [
        file,
        file.endsWith('.yaml') || file.endsWith('.json') ? withWarning : 'FROM a\nMAINTAINER b\n',
      ]),
    );
  const config = { '.seaworthy.yaml': only('unknown-suppression', 'maintainer-deprecated') };
  const files = (names: readonly string[]): string[] =>
    names
      .map((name) => `${name} [${/yaml$/.test(name) ? 'unknown-suppression' : 'maintainer-deprecated'}]`)
      .sort();

  it('takes Dockerfiles and manifests by name, hidden folders too', async () => {
    const wanted = [
      'Dockerfile',
      'a/Containerfile',
      'a/web.Dockerfile',
      'Dockerfile.dev',
      '.github/x.yaml',
      'a/b.yml',
    ];
    const cwd = project({
      ...config,
      ...at([...wanted, 'a.txt', 'Dockerfile.md', 'node_modules/p/x.yaml', '.git/x.yaml']),
    });
    writeFileSync(path.join(cwd, 'a/b.yml'), withWarning);
    const { stdout } = await run(['audit'], { cwd });
    const names = found({ code: 0, stdout, stderr: '' }).map((line) => line.split(' ')[0]);
    expect(names).toEqual([...wanted].sort());
  });

  it('honours .gitignore and .seaworthyignore, nested, negated and anchored', async () => {
    const cwd = project({
      ...config,
      ...at([
        'a.yaml',
        'out/a.yaml',
        'sub/out/a.yaml',
        'sub/keep.gen.yaml',
        'sub/x.gen.yaml',
        'sub/deep/only.yaml',
        'deep/only.yaml',
        'own/a.yaml',
        'sub/bin/a.yaml',
        'bin/a.yaml',
      ]),
      '.gitignore': '/out\n*.gen.yaml\nbin/\n',
      'sub/.gitignore': '!keep.gen.yaml\n/deep/\n',
      '.seaworthyignore': 'own/\n',
    });
    expect(found(await run(['audit'], { cwd }))).toEqual(
      files(['a.yaml', 'sub/out/a.yaml', 'sub/keep.gen.yaml', 'deep/only.yaml']),
    );
  });

  it('honours ignore files between the repository and a folder that is named', async () => {
    const cwd = project({ ...config, ...at(['sub/a.yaml', 'sub/b.gen.yaml']), '.gitignore': '*.gen.yaml\n' });
    mkdirSync(path.join(cwd, '.git'));
    expect(found(await run(['audit', 'sub'], { cwd }))).toEqual(files(['sub/a.yaml']));
  });

  it('audits what a person names, even where Git ignores it', async () => {
    const cwd = project({ ...config, ...at(['gen/a.yaml', 'gen/b.yaml']), '.gitignore': 'gen/\n' });
    mkdirSync(path.join(cwd, '.git'));
    expect(found(await run(['audit'], { cwd }))).toEqual([]);
    expect(found(await run(['audit', 'gen/a.yaml'], { cwd }))).toEqual(files(['gen/a.yaml']));
    expect(found(await run(['audit', 'gen'], { cwd }))).toEqual(files(['gen/a.yaml', 'gen/b.yaml']));
  });

  it('audits each file once, however often it is named', async () => {
    const cwd = project({ ...config, ...at(['sub/a.yaml']) });
    const result = await run(['audit', '.', 'sub', 'sub/a.yaml', path.join(cwd, 'sub')], { cwd });
    expect(found(result)).toEqual(files(['sub/a.yaml']));
  });

  it('follows links to files of the repository, no link out of it, and no link to a folder', async () => {
    const outside = project(at(['real.yaml']));
    const root = project({ ...config, ...at(['w/a/x.yaml', 'shared/y.yaml']), '.git/HEAD': '' });
    const cwd = path.join(root, 'w');
    symlinkSync('../shared/y.yaml', path.join(cwd, 'link.yaml'));
    symlinkSync(path.join(outside, 'real.yaml'), path.join(cwd, 'out.yaml'));
    symlinkSync(path.join(cwd, 'a/x.yaml'), path.join(cwd, 'same.yaml'));
    symlinkSync(cwd, path.join(cwd, 'a/loop'));
    const result = await run(['audit'], { cwd });
    expect(result.stderr).toBe('');
    expect(found(result)).toEqual(files(['a/x.yaml', 'link.yaml']));
  });

  it('leaves templates of Helm charts alone', async () => {
    const cwd = project({
      ...config,
      ...at(['chart/templates/a.yaml', 'templates/b.yaml']),
      'chart/Chart.yaml': 'name: a\n',
    });
    expect(found(await run(['audit'], { cwd }))).toEqual(files(['templates/b.yaml']));
  });

  it('tells files whose names say nothing by their text, where they are named', async () => {
    const cwd = project({
      ...config,
      'build.txt': 'FROM a\nMAINTAINER b\n',
      'pod.tpl': withWarning,
      'notes.txt': 'Hello\n',
    });
    const result = await run(['audit', 'build.txt', 'pod.tpl', 'notes.txt'], { cwd });
    expect(found(result)).toEqual(['build.txt [maintainer-deprecated]', 'pod.tpl [unknown-suppression]']);
    expect(result).toMatchObject({
      code: 2,
      stderr:
        'notes.txt: error: Not audited: neither its name nor its text tells a Dockerfile or a manifest.\n',
    });
  });
});

describe('standard input', () => {
  const cwd = (): string =>
    project({ '.seaworthy.yaml': only('unknown-suppression', 'maintainer-deprecated') });

  it('is told by its text', async () => {
    const manifest = await run(['audit', '-'], { cwd: cwd(), input: withWarning });
    expect(manifest.code).toBe(1);
    expect(found(manifest)).toEqual(['stdin.yaml [unknown-suppression]']);
    const dockerfile = await run(['audit', '-'], { cwd: cwd(), input: 'FROM a\nMAINTAINER b\n' });
    expect(found(dockerfile)).toEqual(['Dockerfile [maintainer-deprecated]']);
  });

  it('takes the name and the settings of --stdin-filename, and the place of that file', async () => {
    const folder = project({
      'old/.seaworthy.yaml': 'rules: { unknown-suppression: info }\n',
      'old/a.yaml': withError,
      'w.yaml': withWarning,
    });
    const result = await run(['audit', '-', '.', '--stdin-filename', 'old/a.yaml'], {
      cwd: folder,
      input: withWarning,
    });
    expect(found(result)).toEqual(['old/a.yaml [unknown-suppression]', 'w.yaml [unknown-suppression]']);
    expect(result.stdout).toContain('old/a.yaml:1:25: info:');
  });

  it.each([
    ['', 'neither a Dockerfile nor a manifest'],
    ['Hello\n', 'neither a Dockerfile nor a manifest'],
    [Uint8Array.of(70, 0, 82), 'NUL bytes'],
    [Uint8Array.of(0x46, 0xff), 'not valid UTF-8'],
  ])('that is nothing to audit is refused', async (input, said) => {
    const { code, stdout, stderr } = await run(['audit', '-'], { cwd: cwd(), input });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(said);
  });

  it('cannot be fixed in place', async () => {
    const { code, stderr } = await run(['audit', '--fix', '-'], { cwd: cwd(), input: withWarning });
    expect(code).toBe(2);
    expect(stderr).toContain('--fix-dry-run');
  });
});
