import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { rules } from '../../rules/index';
import { parseConfiguration } from '../../server/configuration/configuration';
import { configurationSchema } from '../../server/configuration/schema';

const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(configurationSchema());

const isValid = (text: string): boolean => validate(parse(text)) === true;

describe('the schema of the configuration', () => {
  it('takes every rule at every level', () => {
    for (const { id } of rules)
      for (const level of ['off', 'info', 'warning', 'error']) {
        expect(isValid(`rules: { ${id}: ${level} }`), id).toBe(true);
        expect(isValid(`rules: { ${id}: { severity: ${level} } }`), id).toBe(true);
      }
  });

  it.each([
    'profile: all\nkubernetesVersion: 1.33\ntarget: app\nallowedRegistries: [a]\nignore: [a, { paths: [b], rules: [yaml-syntax] }]',
    'kubernetesVersion: "1.33"',
    'rules: { psa:privileged: error }',
  ])('agrees with the parser on what is right: %s', (text) => {
    expect(isValid(text)).toBe(true);
    expect(parseConfiguration(text).problems).toEqual([]);
  });

  it.each([
    'profil: all',
    'profile: some',
    'kubernetesVersion: "2"',
    'allowedRegistries: a',
    'rules: { yaml-syntax: bad }',
    'rules: { yaml-syntax: { level: off } }',
    'ignore: a',
    'ignore: [{ rules: [a] }]',
  ])('agrees with the parser on what is wrong: %s', (text) => {
    expect(isValid(text)).toBe(false);
    expect(parseConfiguration(text).problems).not.toEqual([]);
  });
});
