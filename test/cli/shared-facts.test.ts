import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../rules/index';
import { lintFile } from '../../server/cli/lint-file';
import { SharedFacts } from '../../server/cli/shared-facts';
import { privilegedPod } from './program';

const factsOf = (name: string): { uri: string; json: string } => {
  const uri = `file:///w/${name}.yaml`;
  const text = privilegedPod.replace('name: a', `name: ${name}\n  namespace: shop`);
  return {
    uri,
    json: lintFile({ uri, languageId: undefined, text, settings: defaultSettings }, 'none').facts,
  };
};

describe('facts that are read', () => {
  it('are those that were sent', () => {
    const facts = new SharedFacts();
    const sent = [factsOf('a'), factsOf('b')];
    const read = sent.map(({ json, uri }) => facts.read(json, uri));
    expect(read).toEqual(sent.map(({ json }) => JSON.parse(json)));
    expect(read.map(({ pods }) => pods?.[0]?.breaks)).toEqual([
      expect.stringContaining('1'),
      expect.stringContaining('1'),
    ]);
  });
});
