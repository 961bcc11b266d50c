import { existsSync } from 'node:fs';
import path from 'node:path';
import { createTwoFilesPatch } from 'diff';
import pc from 'picocolors';
import { URI } from 'vscode-uri';
import { severities } from '../../rules/index';
import type { LocalConfiguration } from '../files/configurations';
import { repositoryOf } from '../files/folders-above';
import { readSource, whyOf } from '../files/local-files';
import { shown, speak, t } from '../l10n';
import { Baseline } from '../report/baseline';
import { github } from '../report/github';
import { json } from '../report/json';
import { junit } from '../report/junit';
import { Lines } from '../report/lines';
import { pretty } from '../report/pretty';
import { printable, printableLine } from '../report/printable';
import type { Format, Problem, Report, Tally } from '../report/report';
import { sarif } from '../report/sarif';
import { version } from './about';
import { Audit } from './audit';
import { type FixedFile, fixAll, writeFixed } from './fix';
import { type AuditFlags, UsageError } from './flags';
import { gather } from './gather';
import { writeFile, writeTo } from './output';
import { SettingsOfFiles } from './settings';

/** `seaworthy audit`. @returns the exit code: 0 clean, 1 findings, 2 something could not be used. */
export async function auditCommand(paths: readonly string[], flags: AuditFlags): Promise<number> {
  // What programs read is the same on every machine.
  if (flags.format !== 'pretty') speak({});
  if (flags.fix && paths.includes('-'))
    throw new UsageError(t`Standard input cannot be fixed in place. Use --fix-dry-run.`);
  const root = repositoryOf(process.cwd()) ?? process.cwd();
  const inRepository = (file: string): string | undefined => {
    const relative = path.relative(root, file);
    return relative.startsWith('..') || path.isAbsolute(relative)
      ? undefined
      : relative.split(path.sep).join('/');
  };
  const audit = new Audit({
    fixes: wantedFixes(flags),
    baseline: await readBaseline(flags, root),
    inRepository,
  });
  await gather(audit, paths, flags, settingsOfFiles(audit, flags));
  const fixed = flags.fix || flags.fixDryRun ? fixAll(audit, flags.fixes) : [];
  if (flags.fix) await writeFixed(fixed, audit);
  const printed = printProblems(audit.problems);
  await write(
    flags,
    flags.fixDryRun ? patches(fixed, audit, flags) : formatOf(flags)(reportOf(audit, inRepository)),
  );
  printProblems(audit.problems.slice(printed));
  return exitCode(audit.tally, audit.problems, flags.failOn);
}

const wantedFixes = ({ format, fix, fixDryRun, fixes }: AuditFlags) =>
  format === 'json' || format === 'sarif' ? 'all' : fix || fixDryRun ? fixes : 'none';

function settingsOfFiles(audit: Audit, { config, profile, kubernetesVersion, target }: AuditFlags) {
  const overrides = {
    ...(profile !== undefined && { profile }),
    ...(kubernetesVersion !== undefined && { kubernetesVersion }),
    ...(target !== undefined && { target }),
  };
  return new SettingsOfFiles(config, overrides, (configuration) => noteProblems(audit, configuration));
}

function noteProblems(audit: Audit, { file, text, why, problems }: LocalConfiguration): void {
  if (file === undefined) return;
  if (why !== undefined) audit.problem(file, t`Not used: ${why}.`, { isConfiguration: true });
  const lines = new Lines(text);
  for (const { span, message, severity } of problems)
    audit.problem(file, shown(message), { range: lines.range(span), severity, isConfiguration: true });
}

async function readBaseline({ baseline }: AuditFlags, root: string): Promise<Baseline | undefined> {
  if (baseline === undefined) return undefined;
  const source = readSource(path.resolve(baseline));
  if (source.kind !== 'text')
    throw new UsageError(
      t`The baseline ${baseline} cannot be read: ${source.kind === 'missing' ? t`it does not exist` : source.why}.`,
    );
  try {
    return new Baseline(JSON.parse(source.text), (file) => existsSync(path.join(root, file)));
  } catch (error) {
    throw new UsageError(
      t`The baseline ${baseline} cannot be used: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}

function formatOf({ format, quiet, output, color }: AuditFlags): Format {
  const colors = pc.createColors(color && output === undefined && wantsColor());
  return { pretty: pretty({ colors, isQuiet: quiet === true }), json, sarif, github, junit }[format];
}

function wantsColor(): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  // `isTTY` is undefined in a pipe; the library would then choose by itself, and colour in CI.
  return FORCE_COLOR ? FORCE_COLOR !== '0' : process.stdout.isTTY === true && TERM !== 'dumb';
}

const pathOf = (uri: string): string => URI.parse(uri).fsPath;

const shownPath = (file: string): string => path.relative(process.cwd(), file) || '.';

const reportOf = (audit: Audit, inRepository: Report['inRepository']): Report => ({
  version: version(),
  files: () => audit.results(),
  get tally() {
    return audit.tally;
  },
  get problems() {
    return audit.problems;
  },
  lines: (uri) => audit.lines(uri),
  pathOf,
  shown: shownPath,
  inRepository,
});

/** Unified diffs that `git apply` and `patch -p1` take in the working directory. */
function* patches(files: readonly FixedFile[], audit: Audit, { output }: AuditFlags): Generator<string> {
  // On a terminal nothing may steer it; elsewhere the diff has to be exact.
  const safe = output === undefined && process.stdout.isTTY ? printable : (text: string) => text;
  for (const { uri, before, after } of files) {
    const file = pathOf(uri);
    const name = shownPath(file).split(path.sep).join('/');
    const from = before === undefined ? '/dev/null' : `a/${name}`;
    const source = readSource(file);
    const mark = source.kind === 'text' && source.encoding === 'utf-8-bom' ? '\uFEFF' : '';
    yield safe(
      createTwoFilesPatch(from, `b/${name}`, before === undefined ? '' : mark + before, mark + after),
    );
  }
  // What is left decides on the exit code.
  for (const _ of audit.results());
}

async function write({ output }: AuditFlags, pieces: Iterable<string>): Promise<void> {
  if (output === undefined) return writeTo(process.stdout, pieces);
  try {
    await writeFile(path.resolve(output), pieces);
  } catch (error) {
    throw new UsageError(t`${output} cannot be written: ${whyOf(error)}.`);
  }
}

/** Says plainly what could not be used. @returns how many that were. */
function printProblems(problems: readonly Problem[]): number {
  for (const { path, range, message, severity, isConfiguration } of problems) {
    const place = range ? `:${range.start.line}:${range.start.column}` : '';
    const code = isConfiguration ? ' [configuration]' : '';
    process.stderr.write(`${printableLine(`${shownPath(path)}${place}: ${severity}: ${message}${code}`)}\n`);
  }
  return problems.length;
}

function exitCode({ findings }: Tally, problems: readonly Problem[], failOn: AuditFlags['failOn']): number {
  if (problems.some(({ severity }) => severity === 'error')) return 2;
  const failing = failOn === 'never' ? [] : severities.slice(0, severities.indexOf(failOn) + 1);
  return failing.some((severity) => findings[severity] > 0) ? 1 : 0;
}
