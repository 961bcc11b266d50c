import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { profiles, severities } from '../../rules/index';
import { parseVersion } from '../../rules/kubernetes/model/version';
import { version } from './about';
import { auditCommand } from './audit-command';
import { type AuditFlags, formatNames, UsageError } from './flags';
import { explainCommand, rulesCommand } from './rules-command';

/** Wrong use, and input that could not be read. */
const trouble = 2;

const exitCodes = `
Exit codes:
  0  no finding that --fail-on names
  1  findings
  2  wrong use, or a file or a configuration that could not be used; all other files are audited`;

function program(): Command {
  const command = new Command('seaworthy')
    .description('Finds security mistakes in Dockerfiles and Kubernetes manifests, and mends them.')
    .version(version())
    .exitOverride()
    .showSuggestionAfterError();
  addAudit(command);
  command
    .command('rules')
    .description('list all rules')
    .addOption(
      new Option('--format <format>', 'how to list them').choices(['pretty', 'json']).default('pretty'),
    )
    .action(({ format }: { format: 'pretty' | 'json' }) => void process.stdout.write(rulesCommand(format)));
  command
    .command('explain')
    .description('tell what a rule is about, why it matters and what to do')
    .argument('<rule>', "id of a rule, or another tool's name for it")
    .action((rule: string) => void process.stdout.write(explainCommand(rule)));
  return command;
}

function addAudit(command: Command): void {
  command
    .command('audit')
    .description('audit files and folders')
    .argument('[path...]', 'files and folders; - is standard input', ['.'])
    .addOption(new Option('--format <format>', 'how to report').choices(formatNames).default('pretty'))
    .option('--output <file>', 'write the report to a file')
    .option('--fix', 'make the safe fixes in the files')
    .addOption(
      new Option('--fix-dry-run', 'print what --fix would change, as a diff').conflicts(['fix', 'format']),
    )
    .addOption(
      new Option('--fixes <which>', 'with --fix: only the safe ones, or also those to be reviewed')
        .choices(['safe', 'all'])
        .default('safe'),
    )
    .addOption(
      new Option('--fail-on <severity>', 'the least severity that makes the exit code 1')
        .choices([...severities, 'never'])
        .default('info'),
    )
    .addOption(new Option('--profile <profile>', 'which rules speak').choices(profiles))
    .option('--config <file>', 'use this configuration for all files')
    .option(
      '--kubernetes-version <version>',
      'version that manifests are meant for, as 1.33',
      kubernetesVersion,
    )
    .option('--target <stage>', 'build stage that images are made from')
    .option('--baseline <file>', 'an earlier SARIF report: only findings that it does not have count')
    .option('--stdin-filename <file>', 'what standard input is, as the name of a file')
    .option('--quiet', 'one line for each finding, nothing else')
    .option('--no-color', 'no colours')
    .addHelpText('after', exitCodes)
    .action(async (paths: string[], flags: AuditFlags) => {
      process.exitCode = await auditCommand(paths, flags);
    });
}

function kubernetesVersion(text: string): string {
  const version = parseVersion(text);
  if (!version) throw new InvalidArgumentError('It is a minor version such as 1.33.');
  return `1.${version.minor}`;
}

async function main(): Promise<void> {
  // A reader such as `head` may have had enough.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.stderr.write(`${error.message}\n`);
    process.exit(trouble);
  });
  try {
    await program().parseAsync();
  } catch (error) {
    process.exitCode = codeFor(error);
  }
}

function codeFor(error: unknown): number {
  // Commander has said what it has to say.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : trouble;
  const message =
    error instanceof UsageError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`seaworthy: ${message}\n`);
  return trouble;
}

void main();
