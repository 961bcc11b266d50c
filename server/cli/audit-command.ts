import { availableParallelism } from 'node:os';
import path from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { severities } from '../../rules/index';
import type { LocalConfiguration } from '../files/configurations';
import { FileSystem } from '../files/file-system';
import { repositoryOf } from '../files/folders-above';
import { readSource, whyOf } from '../files/local-files';
import { pathOf } from '../files/paths';
import { Trace } from '../files/trace';
import { translationsOfTerminal } from '../files/translations';
import { shown, speak, type Translations, t } from '../l10n';
import { assemble } from '../report/assemble';
import { Baseline } from '../report/baseline';
import { Lines } from '../report/lines';
import { printable, printableLine } from '../report/printable';
import type { Problem, Tally } from '../report/report';
import { version } from './about';
import { Audit } from './audit';
import { minForCache, ownFolder, programStamp } from './caching';
import { type FixedFile, fixAll, writeFixed } from './fix';
import { type AuditFlags, UsageError } from './flags';
import { gather } from './gather';
import type { WantedFixes } from './lint-file';
import { gathered, writeFile, writeTo } from './output';
import { type Equipment, Pool } from './pool';
import { type BaselineState, FileReporter, inRepository, type ReportStyle, shownPath } from './report-file';
import { reportFiles } from './report-files';
import { type KnownRun, RunCache, type RunRecorder } from './run-cache';
import { SettingsOfFiles } from './settings';

/** `seaworthy audit`. @returns the exit code: 0 clean, 1 findings, 2 something could not be used. */
export async function auditCommand(paths: readonly string[], flags: AuditFlags): Promise<number> {
  // What programs read is the same on every machine.
  if (flags.format !== 'pretty') speak({});
  if (flags.fix && paths.includes('-'))
    throw new UsageError(t`Standard input cannot be fixed in place. Use --fix-dry-run.`);
  const translations = translationsFor(flags);
  const runs = runCache(paths, flags, translations);
  const known = runs?.find();
  return known ? writeAgain(known, flags) : auditAnew(paths, flags, translations, runs);
}

/** An audit of which all is known: it was made before, and nothing has changed since. */
async function writeAgain({ before, report, after, code }: KnownRun, flags: AuditFlags): Promise<number> {
  process.stderr.write(before);
  await write(flags, report);
  process.stderr.write(after);
  return code;
}

async function auditAnew(
  paths: readonly string[],
  flags: AuditFlags,
  translations: Translations,
  runs: RunCache | undefined,
): Promise<number> {
  const trace = new Trace();
  const disk = new FileSystem(runs && trace.listener);
  const root = repositoryOf(process.cwd(), disk.exists) ?? process.cwd();
  const style = styleOf(flags, root);
  const baseline = readBaseline(flags, root, disk);
  const reporter = new FileReporter(style, baseline && stateIn(baseline, root));
  // Fixes change what has been found; and each entry of a baseline stands for one finding, so one after another asks it.
  const isDrafting = !flags.fix && !flags.fixDryRun && !baseline;
  const audit = new Audit(
    wantedFixes(flags),
    isDrafting ? { reporter, stamp: JSON.stringify([process.cwd(), style, translations]) } : undefined,
  );
  const pool = poolFor(flags, { wanted: wantedFixes(flags), isDrafting, style, translations });
  try {
    await gather(audit, disk, paths, flags, settingsOfFiles(audit, disk, flags), pool);
  } finally {
    // What follows needs the memory and the processor.
    await pool?.close();
  }
  const fixed = flags.fix || flags.fixDryRun ? fixAll(audit, flags.fixes) : [];
  if (flags.fix) await writeFixed(fixed, audit);
  const printed = audit.problems.length;
  const before = printProblems(audit.problems);
  const files = reportFiles(audit, reporter);
  const texts = flags.fixDryRun
    ? patches(fixed, files, flags)
    : assemble(reporter.format, reporter.report, files, () => audit);
  const recorder = audit.size < minForCache ? undefined : runs?.record();
  await write(flags, recorded(gathered(texts), recorder));
  const after = printProblems(audit.problems.slice(printed));
  const code = exitCode(audit.tally, audit.problems, flags.failOn);
  if (audit.isRepeatable) recorder?.finish({ before, after, code }, trace.end());
  else recorder?.discard();
  return code;
}

const styleOf = (flags: AuditFlags, root: string): ReportStyle => ({
  format: flags.format,
  isQuiet: flags.quiet === true,
  isColored: isColored(flags),
  version: version(),
  root,
});

const maxThreads = 8;

/** Threads for an audit of many files; they start when there is something to do. */
function poolFor(flags: AuditFlags, equipment: Equipment): Pool | undefined {
  const threads = flags.threads ?? Math.min(availableParallelism(), maxThreads);
  return threads === 1 ? undefined : new Pool(__filename, threads, equipment);
}

/** What programs read is in English. */
const translationsFor = ({ format }: AuditFlags): Translations =>
  format === 'pretty' ? translationsOfTerminal() : {};

const stateIn =
  (baseline: Baseline, root: string): BaselineState =>
  (file, fingerprint, isSuppressed) =>
    baseline.takes(inRepository(root, file) ?? file, fingerprint, isSuppressed) ? 'unchanged' : 'new';

/** Where the whole audit is kept, if it can be: not what comes from standard input, nor what changes files. */
function runCache(
  paths: readonly string[],
  flags: AuditFlags,
  translations: Translations,
): RunCache | undefined {
  const { cache, threads: _, ...asked } = flags;
  if (!cache || flags.fix || flags.fixDryRun || paths.includes('-')) return undefined;
  const all = { folder: process.cwd(), paths, asked, isColored: isColored(flags), translations };
  return new RunCache(ownFolder('runs'), JSON.stringify(all), programStamp());
}

function* recorded(pieces: Iterable<Uint8Array>, recorder: RunRecorder | undefined): Generator<Uint8Array> {
  for (const piece of pieces) {
    recorder?.add(piece);
    yield piece;
  }
}

const wantedFixes = ({ format, fix, fixDryRun, fixes }: AuditFlags): WantedFixes =>
  format === 'json' || format === 'sarif' ? 'all' : fix || fixDryRun ? fixes : 'none';

function settingsOfFiles(
  audit: Audit,
  disk: FileSystem,
  { config, profile, kubernetesVersion, target }: AuditFlags,
) {
  const overrides = {
    ...(profile !== undefined && { profile }),
    ...(kubernetesVersion !== undefined && { kubernetesVersion }),
    ...(target !== undefined && { target }),
  };
  return new SettingsOfFiles(disk, config, overrides, (configuration) => noteProblems(audit, configuration));
}

function noteProblems(audit: Audit, { file, text, why, problems }: LocalConfiguration): void {
  if (file === undefined) return;
  if (why !== undefined) audit.problem(file, t`Not used: ${why}.`, { isConfiguration: true });
  const lines = new Lines(text);
  for (const { span, message, severity } of problems)
    audit.problem(file, shown(message), { range: lines.range(span), severity, isConfiguration: true });
}

function readBaseline({ baseline }: AuditFlags, root: string, disk: FileSystem): Baseline | undefined {
  if (baseline === undefined) return undefined;
  const source = disk.read(path.resolve(baseline));
  if (source.kind !== 'text')
    throw new UsageError(
      t`The baseline ${baseline} cannot be read: ${source.kind === 'missing' ? t`it does not exist` : source.why}.`,
    );
  try {
    return new Baseline(JSON.parse(source.text), (file) => disk.exists(path.join(root, file)));
  } catch (error) {
    throw new UsageError(
      t`The baseline ${baseline} cannot be used: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}

const isColored = ({ color, output }: AuditFlags): boolean => color && output === undefined && wantsColor();

function wantsColor(): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  // `isTTY` is undefined in a pipe; the library would then choose by itself, and colour in CI.
  return FORCE_COLOR ? FORCE_COLOR !== '0' : process.stdout.isTTY === true && TERM !== 'dumb';
}

/** Unified diffs that `git apply` and `patch -p1` take in the working directory. */
function* patches(
  files: readonly FixedFile[],
  reported: Iterable<unknown>,
  { output }: AuditFlags,
): Generator<string> {
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
  for (const _ of reported);
}

async function write({ output }: AuditFlags, pieces: Iterable<Uint8Array>): Promise<void> {
  if (output === undefined) return writeTo(process.stdout, pieces);
  try {
    await writeFile(path.resolve(output), pieces);
  } catch (error) {
    throw new UsageError(t`${output} cannot be written: ${whyOf(error)}.`);
  }
}

/** Says plainly what could not be used. @returns what was said. */
function printProblems(problems: readonly Problem[]): string {
  const text = problems.map((problem) => `${lineOf(problem)}\n`).join('');
  process.stderr.write(text);
  return text;
}

function lineOf({ path, range, message, severity, isConfiguration }: Problem): string {
  const place = range ? `:${range.start.line}:${range.start.column}` : '';
  const code = isConfiguration ? ' [configuration]' : '';
  return printableLine(`${shownPath(path)}${place}: ${severity}: ${message}${code}`);
}

function exitCode({ findings }: Tally, problems: readonly Problem[], failOn: AuditFlags['failOn']): number {
  if (problems.some(({ severity }) => severity === 'error')) return 2;
  const failing = failOn === 'never' ? [] : severities.slice(0, severities.indexOf(failOn) + 1);
  return failing.some((severity) => findings[severity] > 0) ? 1 : 0;
}
