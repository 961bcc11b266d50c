import { describe, expect, it } from 'vitest';
import { audit, defaultSettings, lint, type Settings } from '../../rules/index';

const settings: Settings = { ...defaultSettings, profile: 'all' };

const pod =
  'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n  - {name: b, image: c, securityContext: {privileged: true}}\n';
const map = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n';

const many = (count: number, make: (index: number) => string, separator = ''): string =>
  Array.from({ length: count }, (_, index) => make(index)).join(separator);

/** Texts of a size that are made to cost more than their size. */
const manifests: Readonly<Record<string, (size: number) => string>> = {
  'aliases of aliases': (size) =>
    `${map}l0: &l0 [a, b]\n${many(size / 50, (at) => `l${at + 1}: &l${at + 1} [${`*l${at},`.repeat(9)}]\n`)}`,
  'merges of merges': (size) =>
    `apiVersion: v1\nkind: Pod\nl0: &l0 {a: b}\n${many(size / 50, (at) => `l${at + 1}: &l${at + 1} {<<: [${`*l${at},`.repeat(9)}]}\n`)}spec: {<<: *l${Math.ceil(size / 50)}}\n`,
  'lists of lists of aliases': (size) =>
    `apiVersion: v1\nkind: List\nx0: &l0 {apiVersion: v1, kind: Pod, spec: {containers: [{name: a}]}}\n${many(size / 80, (at) => `x${at + 1}: &l${at + 1} {apiVersion: v1, kind: List, items: [${`*l${at},`.repeat(9)}]}\n`)}items: [*l${Math.ceil(size / 80)}]\n`,
  'lists in lists': (size) => `${pod}x: ${'['.repeat(size / 2)}${']'.repeat(size / 2)}\n`,
  'lists that are not closed': (size) => `${pod}x: ${'['.repeat(size)}\n`,
  'maps in maps': (size) => `${pod}x: ${'{a: '.repeat(size / 5)}${'}'.repeat(size / 5)}\n`,
  'items in items': (size) => `${pod}x:\n  ${'- '.repeat(size / 2)}a\n`,
  'keys that are asked for': (size) => `${pod}x:\n  ${'? '.repeat(size / 2)}a\n`,
  'one block in another': (size) => `${pod}${many(Math.sqrt(size * 2), (at) => `${' '.repeat(at)}a:\n`)}`,
  'small documents': (size) => `${map}---\n`.repeat(size / 60),
  'empty documents': (size) => '---\n'.repeat(size / 4),
  'comments before the first document': (size) => `${'# a\n'.repeat(size / 4)}---\n${pod}`,
  'blank lines': (size) => `${pod}${'\n'.repeat(size)}x: y\n`,
  'tabs in quotes': (size) => `${pod}x: "a${'\t'.repeat(size)}b"\n`,
  'blanks in a plain text': (size) => `${pod}x: a${' '.repeat(size)}b\n`,
  'quotes that are not closed': (size) => `${pod}${'x: "a\nb\n'.repeat(Math.min(size, 4000) / 9)}`,
  'lines that are no YAML': (size) => `${pod}${'x\ny\n  z\n'.repeat(size / 8)}`,
  anchors: (size) => pod + many(size / 15, (at) => `x${at}: &a${at} y\n`),
  'keys that stand twice': (size) => pod + 'x: y\n'.repeat(size / 5),
  labels: (size) =>
    pod.replace('{name: a}', `{name: a, labels: {${many(size / 10, (at) => `l${at}: v`, ', ')}}}`),
  'comments that ignore': (size) => pod + '# seaworthy-ignore x\n'.repeat(size / 21),
  'rules in one comment': (size) => `# seaworthy-ignore-file ${'x,'.repeat(size / 2)}\n${pod}`,
  'actions of a template': (size) => `${pod}x: "${'a: b {{ '.repeat(size / 8)}"\n`,
};

const dockerfiles: Readonly<Record<string, (size: number) => string>> = {
  'substitutions in substitutions': (size) =>
    `FROM a\nRUN echo ${'$('.repeat(size / 3)}${')'.repeat(size / 3)}\n`,
  'substitutions that are not closed': (size) => `FROM a\nRUN echo ${'$('.repeat(size / 2)}\n`,
  'a few substitutions': () => `FROM a\nRUN echo ${'$('.repeat(100)}x${')'.repeat(100)} | y\n`,
  subshells: (size) => `FROM a\nRUN ${'('.repeat(size / 2)}x${')'.repeat(size / 2)}\n`,
  'arithmetic that is not closed': (size) => `FROM a\nRUN echo ${'$(('.repeat(size / 3)}\n`,
  'conditions in conditions': (size) => `FROM a\nRUN ${'if true; then '.repeat(size / 14)}\n`,
  'shells in shells': (size) => `FROM a\nRUN ${'sh -c "'.repeat(size / 7)}\n`,
  'programs that run programs': (size) => `FROM a\nRUN ${'sudo '.repeat(size / 5)}x\n`,
  'defaults in defaults': (size) =>
    `FROM a\nARG A=1\nENV B=${'${A:-'.repeat(size / 6)}${'}'.repeat(size / 6)}\n`,
  'a variable that doubles itself': (size) =>
    `FROM a\nENV A=aaaaaaaa\n${'ENV A=$A$A\n'.repeat(size / 11)}RUN echo $A\n`,
  'patterns with many stars': (size) =>
    `FROM a\nARG A=${'a'.repeat(size)}\nENV B=\${A##*a*a*a*a*a*b}\nENV C=\${A//*a*a*a*b/x}\n`,
  'commands in one line': (size) => `FROM a\nRUN x${' && apt-get install -y curl'.repeat(size / 27)}\n`,
  'lines of one command': (size) => `FROM a\nRUN x${' \\\n && y'.repeat(size / 8)}\n`,
  'comments in a command': (size) => `FROM a\nRUN x \\\n${'# c\n'.repeat(size / 4)} y\n`,
  blanks: (size) => `FROM a\nRUN a${' '.repeat(size)}b\n`,
  backslashes: (size) => `FROM a\nRUN ${'\\'.repeat(size)}b\n`,
  'heredocs that are not closed': (size) => `FROM a\n${'RUN <<EOF\n'.repeat(size / 10)}`,
  'heredocs of one command': (size) =>
    `FROM a\nRUN ${many(size / 15, (at) => `<<E${at} `)}\n${many(size / 15, (at) => `x\nE${at}\n`)}`,
  'ONBUILD of ONBUILD': (size) => `FROM a\n${'ONBUILD '.repeat(size / 8)}RUN x\n`,
  'words of a list': (size) => `FROM a\nCMD ["${'a","'.repeat(size / 4)}b"]\n`,
  ports: (size) => `FROM a\nEXPOSE ${'22 '.repeat(size / 3)}\n`,
};

/** What takes linear time takes less than a tenth of this; what does not takes minutes, or comes to no end. */
const maxMilliseconds = 10_000;

function measured(file: string, text: string): { failures: readonly string[]; milliseconds: number } {
  const start = process.cpuUsage();
  const report = lint({ uri: `file:///w/${file}`, text }, settings);
  audit([report]);
  const { user, system } = process.cpuUsage(start);
  return { failures: report.failures.map(({ error }) => error), milliseconds: (user + system) / 1000 };
}

describe('texts that are made to hurt are linted in time and without a failure', () => {
  it.each(Object.entries(manifests))(
    '%s',
    (_, make) => {
      const { failures, milliseconds } = measured('a.yaml', make(40_000));
      expect(failures).toEqual([]);
      expect(milliseconds).toBeLessThan(maxMilliseconds);
    },
    60_000,
  );

  it.each(Object.entries(dockerfiles))(
    '%s, in a Dockerfile',
    (_, make) => {
      const { failures, milliseconds } = measured('Dockerfile', make(20_000));
      expect(failures).toEqual([]);
      expect(milliseconds).toBeLessThan(maxMilliseconds);
    },
    60_000,
  );

  it('10,000 levels cost their document only', () => {
    const text = `${pod}---\n${map}x: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n---\n${pod}`;
    const [found] = audit([lint({ uri: 'file:///w/a.yaml', text }, settings)]);
    expect(found?.findings.filter(({ rule }) => rule === 'privileged-container')).toHaveLength(2);
  });

  it('100,000 documents are each linted', () => {
    const text = `${'apiVersion: v1\nkind: Thing\n---\n'.repeat(99_999)}${pod}`;
    const [found] = audit([lint({ uri: 'file:///w/a.yaml', text }, defaultSettings)]);
    expect(found?.findings.map(({ rule }) => rule)).toContain('privileged-container');
  }, 60_000);
});
