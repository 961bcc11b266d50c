import { type Message, say } from '../../message';
import { dockerDocs } from '../../references';
import { closestTo } from '../../words';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'check-directive',
  topic: 'C10',
  severity: 'warning',
  profile: 'recommended',
  title: '`check` directive that BuildKit does not understand',
  why: 'BuildKit drops what stands behind a space and takes names that it does not know without a word: the check that was to be skipped still speaks, or `error=true` is lost. What it cannot read stops the build.',
  remedy: 'Write `# check=skip=Name,Name;error=true` without spaces, with names as BuildKit has them.',
  aliases: [],
  references: [dockerDocs('reference/dockerfile/#check', 'Dockerfile reference, check')],

  file({ directives }, { report }) {
    for (const { name, value, valueSpan } of directives) {
      const problem = name === 'check' ? problemOf(value) : undefined;
      if (problem) report(valueSpan, problem);
    }
  },
});

const checks: readonly string[] =
  'ConsistentInstructionCasing CopyIgnoredFile DuplicateStageName ExposeInvalidFormat ExposeProtoCasing FromAsCasing FromPlatformFlagConstDisallowed InvalidBaseImagePlatform InvalidDefaultArgInFrom InvalidDefinitionDescription JSONArgsRecommended LegacyKeyValueFormat MaintainerDeprecated MultipleInstructionsDisallowed NoEmptyContinuation RedundantTargetPlatform ReservedStageName SecretsUsedInArgOrEnv StageNameCasing UndefinedArgInFrom UndefinedVar WorkdirRelativePath'.split(
    ' ',
  );

function problemOf(value: string): Message | undefined {
  const space = value.search(/\s/);
  if (space >= 0)
    return say`BuildKit reads \`${value.slice(0, space)}\` and drops the rest. Write it without spaces.`;
  return value
    .split(';')
    .map(optionProblem)
    .find((problem) => problem !== undefined);
}

function optionProblem(option: string): Message | undefined {
  const equals = option.indexOf('=');
  const key = option.slice(0, Math.max(0, equals));
  const value = option.slice(equals + 1);
  if (key === 'error')
    return /^(?:1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/.test(value)
      ? undefined
      : say`\`error\` is \`true\` or \`false\`, not \`${value}\`.`;
  if (key !== 'skip' && key !== 'experimental')
    return say`\`${option}\` is no option of \`check\`: use \`skip\`, \`experimental\` or \`error\`.`;
  const unknown = value === 'all' ? undefined : value.split(',').find((name) => !checks.includes(name));
  if (unknown === undefined) return undefined;
  const close = closestTo(unknown, checks);
  return close === undefined
    ? say`BuildKit has no check \`${unknown}\`.`
    : say`BuildKit has no check \`${unknown}\`. Is \`${close}\` meant?`;
}
