import path from 'node:path';
import { createTwoFilesPatch } from 'diff';
import pc from 'picocolors';
import { URI } from 'vscode-uri';
import { severities } from '../../rules/index';
import type { LocalConfiguration } from '../files/configurations';
import { FileSystem } from '../files/file-system';
import { repositoryOf } from '../files/folders-above';
import { readSource, whyOf } from '../files/local-files';
import { Trace } from '../files/trace';
import { translationsOfTerminal } from '../files/translations';
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
import { minForCache, ownFolder, programStamp } from './caching';
import { type FixedFile, fixAll, writeFixed } from './fix';
import { type AuditFlags, UsageError } from './flags';
import { gather } from './gather';
import { gathered, writeFile, writeTo } from './output';
import { type KnownRun, RunCache, type RunRecorder } from './run-cache';
import { SettingsOfFiles } from './settings';

/** `seaworthy audit`. @returns the exit code: 0 clean, 1 findings, 2 something could not be used. */
export async function auditCommand(paths: readonly string[], flags: AuditFlags): Promise<number> {
  // What programs read is the same on every machine.
  if (flags.format !== 'pretty') speak({});
  if (flags.fix && paths.includes('-'))
    throw new UsageError(t`Standard input cannot be fixed in place. Use --fix-dry-run.`);
  const runs = runCache(paths, flags);
  const known = runs?.find();
  return known ? writeAgain(known, flags) : auditAnew(paths, flags, runs);
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
  runs: RunCache | undefined,
): Promise<number> {
  const trace = new Trace();
  const disk = new FileSystem(runs && trace.listener);
  const root = repositoryOf(process.cwd(), disk.exists) ?? process.cwd();
  const inRepository = (file: string): string | undefined => {
    const relative = path.relative(root, file);
    return relative.startsWith('..') || path.isAbsolute(relative)
      ? undefined
      : relative.split(path.sep).join('/');
  };
  const audit = new Audit({
    fixes: wantedFixes(flags),
    baseline: readBaseline(flags, root, disk),
    inRepository,
  });
  await gather(audit, disk, paths, flags, settingsOfFiles(audit, disk, flags));
  const fixed = flags.fix || flags.fixDryRun ? fixAll(audit, flags.fixes) : [];
  if (flags.fix) await writeFixed(fixed, audit);
  const printed = audit.problems.length;
  const before = printProblems(audit.problems);
  const texts = flags.fixDryRun
    ? patches(fixed, audit, flags)
    : formatOf(flags)(reportOf(audit, inRepository));
  const recorder = audit.uris.length < minForCache ? undefined : runs?.record();
  await write(flags, recorded(gathered(texts), recorder));
  const after = printProblems(audit.problems.slice(printed));
  const code = exitCode(audit.tally, audit.problems, flags.failOn);
  if (audit.isRepeatable) recorder?.finish({ before, after, code }, trace.end());
  else recorder?.discard();
  return code;
}

/** Where the whole audit is kept, if it can be: not what comes from standard input, nor what changes files. */
function runCache(paths: readonly string[], flags: AuditFlags): RunCache | undefined {
  const { cache, threads: _, ...asked } = flags;
  if (!cache || flags.fix || flags.fixDryRun || paths.includes('-')) return undefined;
  const language = flags.format === 'pretty' ? translationsOfTerminal() : {};
  const all = { folder: process.cwd(), paths, asked, isColored: isColored(flags), language };
  return new RunCache(ownFolder('runs'), JSON.stringify(all), programStamp());
}

function* recorded(pieces: Iterable<Uint8Array>, recorder: RunRecorder | undefined): Generator<Uint8Array> {
  for (const piece of pieces) {
    recorder?.add(piece);
    yield piece;
  }
}

const wantedFixes = ({ format, fix, fixDryRun, fixes }: AuditFlags) =>
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

function formatOf(flags: AuditFlags): Format {
  const { format, quiet } = flags;
  const colors = pc.createColors(isColored(flags));
  return { pretty: pretty({ colors, isQuiet: quiet === true }), json, sarif, github, junit }[format];
}

const isColored = ({ color, output }: AuditFlags): boolean => color && output === undefined && wantsColor();

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
