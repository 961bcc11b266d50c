import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { profiles, severities } from '../../rules/index';
import { parseVersion } from '../../rules/kubernetes/model/version';
import { translationsOfTerminal } from '../files/translations';
import { speak, t } from '../l10n';
import { version } from './about';
import { auditCommand } from './audit-command';
import { type AuditFlags, formatNames, UsageError } from './flags';
import { explainCommand, rulesCommand } from './rules-command';
import { isWorker, serve } from './worker';

/** Wrong use, and input that could not be read. */
const trouble = 2;

const exitCodes = (): string => `
${t`Exit codes:`}
  0  ${t`no finding that --fail-on names`}
  1  ${t`findings`}
  2  ${t`wrong use, or a file or a configuration that could not be used; all other files are audited`}`;

/** The headings of commander's help. */
const headings = (): Readonly<Record<string, string>> => ({
  'Usage:': t`Usage:`,
  'Arguments:': t`Arguments:`,
  'Options:': t`Options:`,
  'Commands:': t`Commands:`,
});

function program(): Command {
  const command = new Command('seaworthy')
    .description(t`Finds security mistakes in Dockerfiles and Kubernetes manifests, and mends them.`)
    .version(version(), '-V, --version', t`print the version`)
    .helpOption('-h, --help', t`print this help`)
    .helpCommand('help [command]', t`print the help of a command`)
    .configureHelp({ styleTitle: (title) => headings()[title] ?? title })
    .exitOverride()
    .showSuggestionAfterError();
  addAudit(command);
  command
    .command('rules')
    .description(t`list all rules`)
    .addOption(
      new Option('--format <format>', t`how to list them`).choices(['pretty', 'json']).default('pretty'),
    )
    .action(({ format }: { format: 'pretty' | 'json' }) => void process.stdout.write(rulesCommand(format)));
  command
    .command('explain')
    .description(t`tell what a rule is about, why it matters and what to do`)
    .argument('<rule>', t`id of a rule, or another tool's name for it`)
    .action((rule: string) => void process.stdout.write(explainCommand(rule)));
  return command;
}

function addAudit(command: Command): void {
  command
    .command('audit')
    .description(t`audit files and folders`)
    .argument('[path...]', t`files and folders; - is standard input`, ['.'])
    .addOption(new Option('--format <format>', t`how to report`).choices(formatNames).default('pretty'))
    .option('--output <file>', t`write the report to a file`)
    .option('--fix', t`make the safe fixes in the files`)
    .addOption(
      new Option('--fix-dry-run', t`print what --fix would change, as a diff`).conflicts(['fix', 'format']),
    )
    .addOption(
      new Option('--fixes <which>', t`with --fix: only the safe ones, or also those to be reviewed`)
        .choices(['safe', 'all'])
        .default('safe'),
    )
    .addOption(
      new Option('--fail-on <severity>', t`the least severity that makes the exit code 1`)
        .choices([...severities, 'never'])
        .default('info'),
    )
    .addOption(new Option('--profile <profile>', t`which rules speak`).choices(profiles))
    .option('--config <file>', t`use this configuration for all files`)
    .option(
      '--kubernetes-version <version>',
      t`version that manifests are meant for, as 1.33`,
      kubernetesVersion,
    )
    .option('--target <stage>', t`build stage that images are made from`)
    .option('--baseline <file>', t`an earlier SARIF report: only findings that it does not have count`)
    .option('--stdin-filename <file>', t`what standard input is, as the name of a file`)
    .option(
      '--threads <count>',
      t`how many threads lint, where there are many files; one for each core by default`,
      threadCount,
    )
    .option('--no-cache', t`lint every file, and keep nothing for the next run`)
    .option('--quiet', t`one line for each finding, nothing else`)
    .option('--no-color', t`no colours`)
    .addHelpText('after', exitCodes())
    .action(async (paths: string[], flags: AuditFlags) => {
      process.exitCode = await auditCommand(paths, flags);
    });
}

function threadCount(text: string): number {
  if (!/^[1-9]\d?$/.test(text)) throw new InvalidArgumentError(t`It is a number from 1 to 99.`);
  return Number(text);
}

function kubernetesVersion(text: string): string {
  const version = parseVersion(text);
  if (!version) throw new InvalidArgumentError(t`It is a minor version such as 1.33.`);
  return `1.${version.minor}`;
}

async function main(): Promise<void> {
  speak(translationsOfTerminal());
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

if (isWorker()) serve();
else void main();
