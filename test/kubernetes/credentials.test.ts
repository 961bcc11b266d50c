import { describe, expect, it } from 'vitest';
import { decoded, settingsIn } from '../../rules/kubernetes/model/credentials';

describe('base64', () => {
  it.each([
    ['aHVudGVyMg==', 'hunter2'],
    ['aHVudGVyMg', 'hunter2'],
    ['aHVu\ndGVyMg==\n', 'hunter2'],
    ['w6TDtsO8', 'äöü'],
    ['', ''],
  ])('%j is %s', (text, plain) => expect(decoded(text)).toBe(plain));

  it.each(['hunter 2!', '/////w==', '$PASSWORD'])('%s is no text', (text) =>
    expect(decoded(text)).toBeUndefined(),
  );
});

describe('settings of a file', () => {
  const all = (text: string): [string, string][] =>
    [...settingsIn(text)].map(({ name, value }): [string, string] => [name, value]);

  it.each([
    ['db.password=hunter2', ['db.password', 'hunter2']],
    ['  password: hunter2 # why', ['password', 'hunter2']],
    ['"apiKey": "a b",', ['apiKey', 'a b']],
    ["export TOKEN='x'", ['TOKEN', 'x']],
    ['password = x\r', ['password', 'x']],
  ])('%j', (line, setting) => expect(all(line)).toEqual([setting]));

  it.each(['const token = read();', 'if (password == x) {', '# password=x', 'password'])(
    '%j is none',
    (line) => expect(all(line)).toEqual([]),
  );
});
