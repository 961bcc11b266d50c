import { say } from '../../message';
import { dockerfileRule } from '../model/rule';
import { reportValues } from './model/values';

export default dockerfileRule({
  id: 'label-not-semver',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'LABEL is no semantic version',
  why: 'Tools compare versions by their numbers. Which labels it is, your list says: without one, this rule is silent.',
  remedy: 'Write it as `1.2.3`.',
  aliases: ['DL3056'],
  references: [{ title: 'Semantic Versioning 2.0.0', url: 'https://semver.org/' }],
  options: {
    labels: { about: 'Labels whose value is a semantic version.', default: [] as readonly string[] },
  },

  label(label, context) {
    reportValues(
      label,
      context,
      (value) => semver.test(value),
      (label, value) =>
        say`The label \`${label}\` is no semantic version: \`${value}\`. Write it as \`1.2.3\`.`,
    );
  },
});

const number = '(?:0|[1-9]\\d*)';
const prerelease = `(?:${number}|\\d*[a-zA-Z-][0-9a-zA-Z-]*)`;
const semver = new RegExp(
  `^${number}\\.${number}\\.${number}(?:-${prerelease}(?:\\.${prerelease})*)?(?:\\+[0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*)?$`,
);
