import { describe, expect, it } from 'vitest';
import { Dockerfile } from '../../rules/dockerfile/model/dockerfile';
import { suppressionsOf } from '../../rules/dockerfile/model/suppressions';
import type { RuleAbout } from '../../rules/rule';

const rule = (id: string, ...aliases: string[]): RuleAbout => ({
  id,
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: '',
  why: '',
  remedy: '',
  aliases,
  references: [],
});
const rules = [rule('one', 'kics:a', 'DL1'), rule('two', 'buildkit:B'), rule('three')];

/** Names and covered text of each suppression. */
const read = (text: string) =>
  suppressionsOf(new Dockerfile(text), rules).map(({ rules, covers, isForeign }) => ({
    names: rules.map(({ name }) => name),
    covers: covers === 'file' ? 'file' : text.slice(covers.start, covers.end),
    isForeign: isForeign ?? false,
  }));

describe('comments of our own', () => {
  it('cover the whole instruction below', () => {
    expect(read('FROM a\n# seaworthy-ignore one, two: why\n# more\nRUN <<E\nx\nE\nUSER u\n')).toEqual([
      { names: ['one', 'two'], covers: 'RUN <<E\nx\nE', isForeign: false },
    ]);
  });

  it('cover the instruction around them', () => {
    expect(read('FROM a\nRUN x \\\n  # seaworthy-ignore one\n  && y\nUSER u\n')).toEqual([
      { names: ['one'], covers: 'RUN x \\\n  # seaworthy-ignore one\n  && y', isForeign: false },
    ]);
  });

  it('cover the file', () => {
    expect(read('# seaworthy-ignore-file one\nFROM a\n')[0]?.covers).toBe('file');
  });

  it('are no comments inside of heredocs and commands', () => {
    expect(read('FROM a\nRUN <<E\n# seaworthy-ignore one\nE\nRUN x # seaworthy-ignore one\n')).toEqual([]);
  });
});

describe("other linters' comments", () => {
  it.each([
    ['# hadolint ignore=DL3008,DL3009', ['DL3008', 'DL3009'], 'RUN x'],
    ['# hadolint global ignore=DL3008', ['DL3008'], 'file'],
    ['# check=skip=JSONArgsRecommended', ['buildkit:JSONArgsRecommended'], 'RUN x'],
    ['# check=skip=all', ['two'], 'RUN x'],
    ['#trivy:ignore:AVD-DS-0002', ['DS-0002'], 'RUN x'],
    ['# trivy:ignore:DS026', ['DS-0026'], 'RUN x'],
    ['#checkov:skip=CKV_DOCKER_2: no need', ['CKV_DOCKER_2'], 'file'],
    ['# kics-scan disable=a,b-c', ['kics:a', 'kics:b-c'], 'file'],
    ['# kics-scan ignore-line', ['one'], 'RUN x'],
    ['# kics-scan ignore-block', ['one'], 'RUN x'],
    ['# kics-scan ignore', ['one'], 'file'],
  ])('%s', (comment, names, covers) => {
    expect(read(`FROM a\n${comment}\nRUN x\n`)).toEqual([{ names, covers, isForeign: true }]);
  });

  it('reads the directive', () => {
    expect(read('# check=skip=StageNameCasing,B;error=true\nFROM a\n')).toEqual([
      { names: ['buildkit:StageNameCasing', 'buildkit:B'], covers: 'file', isForeign: true },
    ]);
  });

  it('leaves other comments alone', () => {
    expect(read('# hadolint is nice\n# check this\nFROM a\n')).toEqual([]);
  });
});
