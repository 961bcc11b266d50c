import { describe, expect, it } from 'vitest';
import { defaultSettings, render, type Settings } from '../../rules/index';
import {
  type Configuration,
  emptyConfiguration,
  parseConfiguration,
  settingsFor,
} from '../../server/configuration/configuration';

/** What the parser complains of: the marked text, then the message. */
function complaints(text: string): string[] {
  return parseConfiguration(text).problems.map(
    ({ span, message, severity }) => `${severity} [${text.slice(span.start, span.end)}] ${render(message)}`,
  );
}

const read = (text: string): Configuration => {
  const { configuration, problems } = parseConfiguration(text);
  expect(problems).toEqual([]);
  return configuration;
};

const settingsOf = (text: string, path = 'a.yaml'): Settings =>
  settingsFor(read(text), path, defaultSettings).settings;

describe('what a configuration says', () => {
  it('may be nothing', () => {
    for (const text of ['', '# only a comment\n', '---\n', 'rules:\nignore:\n'])
      expect(read(text), text).toEqual(emptyConfiguration);
  });

  it('reads every key', () => {
    const text = [
      'profile: all',
      'kubernetesVersion: 1.30',
      'target: production',
      'allowedRegistries: [ghcr.io/shop, registry.example.com]',
      'rules:',
      '  privileged-container: warning',
      '  unused-suppression: off',
      '  yaml-syntax: { severity: info }',
      'ignore:',
      '  - vendor/',
      '  - paths: ["*.test.yaml"]',
      '    rules: [privileged-container]',
      '',
    ].join('\n');
    expect(read(text)).toEqual({
      profile: 'all',
      kubernetesVersion: '1.30',
      target: 'production',
      allowedRegistries: ['ghcr.io/shop', 'registry.example.com'],
      severities: { 'privileged-container': 'warning', 'unused-suppression': 'off', 'yaml-syntax': 'info' },
      options: {},
      ignore: [{ paths: ['vendor/'] }, { paths: ['*.test.yaml'], rules: ['privileged-container'] }],
    });
  });

  it('takes a rule by the name that another tool has for it', () => {
    expect(read('rules:\n  PSA:Privileged: info\n').severities['privileged-container']).toBe('info');
  });

  it('takes a full version of Kubernetes as its minor one', () => {
    expect(read('kubernetesVersion: v1.29.4').kubernetesVersion).toBe('1.29');
  });

  it('reads anchors, merges and Windows line ends', () => {
    expect(
      read('rules:\r\n  yaml-syntax: &level "off"\r\n  unused-suppression: *level\r\n').severities,
    ).toEqual({
      'yaml-syntax': 'off',
      'unused-suppression': 'off',
    });
  });
});

describe('what is wrong with a configuration', () => {
  it.each([
    ['profil: all', ['error [profil] Nothing is called `profil` here. Did you mean `profile`?']],
    [
      'colour: red',
      [
        'error [colour] Nothing is called `colour` here; known are `profile`, `kubernetesVersion`, `rules`, `ignore`, `allowedRegistries`, `target`.',
      ],
    ],
    [
      'profile: recomended',
      [
        'error [recomended] `recomended` is none of `essential`, `recommended`, `all`. Did you mean `recommended`?',
      ],
    ],
    ['profile: [all]', ['error [[all]] `profile` is one of `essential`, `recommended`, `all`.']],
    ['kubernetesVersion: 2', ['error [2] `2` is no version of Kubernetes such as `1.33`.']],
    ['allowedRegistries: ghcr.io', ['error [ghcr.io] `allowedRegistries` is a list.']],
    ['allowedRegistries: [[a]]', ['error [[a]] This is to be a text.']],
    ['target: {}', ['error [{}] `target` is to be a text.']],
    ['rules: all', ['error [all] `rules` is a map of rule ids, such as `privileged-container: error`.']],
    [
      'rules: { privileged-containers: off }',
      [
        'warning [privileged-containers] No rule is called `privileged-containers`. Did you mean `privileged-container`?',
      ],
    ],
    ['rules: { 7: off }', ['warning [7] No rule is called `7`.']],
    [
      'rules: { yaml-syntax: errror }',
      ['error [errror] `errror` is none of `off`, `error`, `warning`, `info`. Did you mean `error`?'],
    ],
    [
      'rules: { yaml-syntax: 3 }',
      [
        'error [3] `yaml-syntax` is one of `off`, `error`, `warning`, `info`, or a map with `severity` and options.',
      ],
    ],
    [
      'rules: { yaml-syntax: { severity: off, sevrity: off } }',
      ['error [sevrity] Nothing is called `sevrity` here. Did you mean `severity`?'],
    ],
    ['ignore: vendor', ['error [vendor] `ignore` is a list of globs, or of maps with `paths` and `rules`.']],
    ['ignore: [{ rules: [] }]', ['error [{ rules: [] }] An entry of `ignore` needs `paths`.']],
    ['ignore: [{ paths: [a], rules: b }]', ['error [b] `rules` is a list.']],
    ['- a', ['error [- a] A configuration is a map of settings, such as `profile: recommended`.']],
    ['profile: all\n---\nprofile: all', ['error [---] Only the first document of a configuration is read.']],
  ])('%s', (text, expected) => {
    expect(complaints(text)).toEqual(expected);
  });

  it('costs the broken part only', () => {
    const { configuration } = parseConfiguration(
      'profile: nonsense\ntarget: app\nrules:\n  yaml-syntax: nonsense\n  privileged-container: info\nignore:\n  - [a]\n  - b\n  - { paths: [c], rules: d }\n',
    );
    expect(configuration).toEqual({
      target: 'app',
      severities: { 'privileged-container': 'info' },
      options: {},
      ignore: [{ paths: ['b'] }],
    });
  });

  it('costs everything where the text is no YAML', () => {
    const { configuration, problems } = parseConfiguration('profile: all\nrules: [\n');
    expect(configuration).toEqual(emptyConfiguration);
    expect(problems).not.toEqual([]);
    expect(problems[0]?.severity).toBe('error');
  });
});

describe('settings of a file', () => {
  it('put the configuration over the base', () => {
    const base: Settings = { ...defaultSettings, profile: 'all', severities: { 'yaml-syntax': 'off' } };
    const configuration = read('profile: essential\nrules:\n  privileged-container: info\n');
    const { settings, ignored } = settingsFor(configuration, 'a/b.yaml', base);
    expect(ignored).toBe(false);
    expect(settings.profile).toBe('essential');
    expect(settings.severities).toEqual({ 'yaml-syntax': 'off', 'privileged-container': 'info' });
  });

  it.each([
    ['vendor/a.yaml', true],
    ['shop/vendor/a.yaml', true],
    ['gen/a.yaml', true],
    ['shop/gen/a.yaml', false],
    ['a.gen.yaml', true],
    ['keep.gen.yaml', false],
    ['a.yaml', false],
    ['../vendor/a.yaml', false],
  ])('ignores by globs as git does: %s', (path, ignored) => {
    const configuration = read('ignore: [vendor/, /gen/, "*.gen.yaml", "!keep.gen.yaml"]');
    expect(settingsFor(configuration, path, defaultSettings).ignored).toBe(ignored);
  });

  it('turn rules off by path', () => {
    const text =
      'ignore: [{ paths: [test/], rules: [psa:privileged] }]\nrules: { privileged-container: error }';
    expect(settingsOf(text, 'test/a.yaml').severities).toEqual({ 'privileged-container': 'off' });
    expect(settingsOf(text, 'src/a.yaml').severities).toEqual({ 'privileged-container': 'error' });
  });

  it('are the same object where they are equal', () => {
    const text = 'profile: all\nignore: [{ paths: [test/], rules: [yaml-syntax] }]';
    expect(settingsOf(text, 'test/a.yaml')).toBe(settingsOf(`# a comment\n${text}`, 'test/b.yaml'));
    expect(settingsOf(text, 'a.yaml')).not.toBe(settingsOf(text, 'test/a.yaml'));
    const other = { ...defaultSettings };
    expect(settingsFor(emptyConfiguration, 'a', other).settings).toBe(
      settingsFor(read(''), 'b', defaultSettings).settings,
    );
  });
});
