import path from 'node:path';
import { languageOf } from '../../rules/index';
import { textOf } from '../files/encoding';
import type { FileSystem } from '../files/file-system';
import { foldersFrom, repositoryOf } from '../files/folders-above';
import type { Source } from '../files/local-files';
import { uriOf } from '../files/paths';
import { t } from '../l10n';
import type { Audit } from './audit';
import { AuditLinter, minForThreads } from './audit-linter';
import { type AuditFlags, UsageError } from './flags';
import { ahead, findInputs, type Input } from './inputs';
import type { Pool } from './pool';
import { progress } from './progress';
import type { SettingsOfFiles } from './settings';
import { guessedNames, guessLanguage, readStandardInput } from './standard-input';

/** Reads and lints all that the arguments stand for. Only a few files are held at a time. */
export async function gather(
  audit: Audit,
  disk: FileSystem,
  paths: readonly string[],
  flags: AuditFlags,
  settings: SettingsOfFiles,
  pool: Pool | undefined,
): Promise<void> {
  if (paths.includes('-')) await addStandardInput(audit, disk, await readStandardInput(), flags, settings);
  const files = paths.filter((file) => file !== '-');
  const inputs = findInputs(disk, files, (file, why) => notAudited(audit, file, why));
  const output = flags.output === undefined ? undefined : path.resolve(flags.output);
  const bar = progress(flags.quiet !== true);
  const linter = new AuditLinter(audit, disk, flags, pool);
  const found = ({ uri }: Input): void => {
    linter.expect(uri);
    bar.found();
  };
  try {
    for await (const input of ahead(inputs, { first: minForThreads, more: 10, most: 2000 }, found)) {
      if (input.path !== output && !linter.has(input.uri))
        await addFile(audit, disk, linter, input, settings);
      if (languageOf(input.uri) === 'dockerfile') await addIgnoreFiles(disk, linter, input.path, settings);
      bar.step();
    }
    await linter.finish();
  } finally {
    bar.stop();
  }
}

const notAudited = (audit: Audit, file: string, why: string): void =>
  audit.problem(file, t`Not audited: ${why}.`);

const cannotTell = (): string => t`neither its name nor its text tells a Dockerfile or a manifest`;

async function addFile(
  audit: Audit,
  disk: FileSystem,
  linter: AuditLinter,
  { uri, path: file, isNamed }: Input,
  settings: SettingsOfFiles,
): Promise<void> {
  const { settings: own, ignored } = settings.of(file);
  if (ignored) {
    const severity = 'info';
    if (isNamed) audit.problem(file, t`Left out: the configuration ignores it.`, { severity });
    return;
  }
  const source = disk.readBody(file);
  if (source.kind !== 'text') {
    const why = source.kind === 'missing' ? t`it is gone since its folder was read` : source.why;
    notAudited(audit, file, why);
    return;
  }
  const languageId = languageOf(uri) === undefined ? guessLanguage(textOf(source.utf8)) : undefined;
  if (languageOf(uri, languageId) === undefined) {
    notAudited(audit, file, cannotTell());
    return;
  }
  await linter.add({ uri, languageId, settings: own, state: source.state }, source.utf8);
}

/** The .dockerignore files that may count for a Dockerfile: named after it, beside it, above it in its repository. */
async function addIgnoreFiles(
  disk: FileSystem,
  linter: AuditLinter,
  file: string,
  settings: SettingsOfFiles,
): Promise<void> {
  const folder = path.dirname(file);
  const above = foldersFrom(folder, repositoryOf(folder, disk.exists));
  for (const at of [`${file}.dockerignore`, ...[...above].map((one) => path.join(one, '.dockerignore'))]) {
    const uri = uriOf(at);
    if (linter.has(uri) || !linter.isNew(uri)) continue;
    const own = settings.of(at).settings;
    const source = disk.readBody(at);
    if (source.kind !== 'text') continue;
    await linter.add({ uri, languageId: undefined, settings: own, state: source.state }, source.utf8);
  }
}

async function addStandardInput(
  audit: Audit,
  disk: FileSystem,
  source: Source,
  { stdinFilename }: AuditFlags,
  settings: SettingsOfFiles,
): Promise<void> {
  if (source.kind !== 'text')
    throw new UsageError(t`Standard input: ${source.kind === 'missing' ? t`there is none` : source.why}.`);
  const languageId = guessLanguage(source.text);
  const name = stdinFilename ?? (languageId && guessedNames[languageId]);
  const file = path.resolve(name ?? '-');
  const uri = uriOf(file);
  if (name === undefined || languageOf(uri, languageId) === undefined)
    throw new UsageError(
      t`Standard input is neither a Dockerfile nor a manifest. Name it with --stdin-filename.`,
    );
  audit.texts.keep(uri, source.text);
  audit.add({ uri, languageId, text: source.text, settings: settings.of(file).settings });
  if (languageOf(uri, languageId) !== 'dockerfile') return;
  await addIgnoreFiles(disk, new AuditLinter(audit, disk, { cache: false }), file, settings);
}
