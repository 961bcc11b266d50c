import { type Option, profiles, type RuleAbout, rules, severities } from '../../rules/index';

type Schema = Readonly<Record<string, unknown>>;

const strings: Schema = { type: 'array', items: { type: 'string', minLength: 1 } };

const severity: Schema = {
  enum: ['off', ...severities],
  description:
    'How bad a finding of the rule is, or `off`. A rule that is named here speaks whatever the profile.',
};

/** The JSON schema of `.seaworthy.yaml`, made from the rules and the options that they declare. */
export const configurationSchema = (): Schema => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Seaworthy configuration',
  type: 'object',
  additionalProperties: false,
  properties: {
    profile: {
      enum: profiles,
      default: 'recommended',
      description:
        'Which rules speak. `essential`: no one would object to them. `recommended`: the default. `all`: style and taste too.',
    },
    kubernetesVersion: {
      type: ['string', 'number'],
      pattern: '^v?1\\.\\d{1,3}(\\.[\\w.+-]*)?$',
      description: 'The minor version of Kubernetes that the manifests are meant for, as `"1.33"`.',
    },
    target: {
      type: ['string', 'number'],
      description:
        'The stage that images are made from, as `docker build --target`. The last one by default.',
    },
    allowedRegistries: {
      ...strings,
      description:
        'Registries that images may come from, as `ghcr.io/our-team`. An empty list, the default, allows all.',
    },
    rules: {
      type: 'object',
      description: 'A severity for each rule, or a map with `severity` and the options of the rule.',
      properties: Object.fromEntries(
        (rules as readonly RuleAbout[]).map((rule) => [rule.id, ruleSchema(rule)]),
      ),
      additionalProperties: {
        description: "A rule by another tool's name for it.",
        anyOf: [severity, { type: 'object', properties: { severity } }],
      },
    },
    ignore: {
      type: 'array',
      description: 'Files to leave out: globs as in a .gitignore, relative to the folder of this file.',
      items: {
        anyOf: [
          { type: 'string', minLength: 1, description: 'A glob; files that match are not audited.' },
          {
            type: 'object',
            required: ['paths'],
            additionalProperties: false,
            properties: {
              paths: { ...strings, description: 'Globs as in a .gitignore.' },
              rules: { ...strings, description: 'Only these rules are off for the paths. All where absent.' },
            },
          },
        ],
      },
    },
  },
});

function ruleSchema({ title, why, options = {} }: RuleAbout): Schema {
  const properties = Object.fromEntries(
    Object.entries(options).map(([name, option]) => [name, optionSchema(option)]),
  );
  return {
    description: `${title}. ${why}`,
    anyOf: [
      severity,
      { type: 'object', additionalProperties: false, properties: { severity, ...properties } },
    ],
  };
}

const optionSchema = ({ about, default: value }: Option): Schema => ({
  ...(Array.isArray(value) ? strings : { type: typeof value }),
  description: about,
  default: value,
});
