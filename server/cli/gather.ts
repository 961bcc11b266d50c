import path from 'node:path';
import { languageOf } from '../../rules/index';
import { foldersFrom, repositoryOf } from '../files/folders-above';
import { readSource, type Source } from '../files/local-files';
import { t } from '../l10n';
import type { Audit } from './audit';
import { type AuditFlags, UsageError } from './flags';
import { findInputs, type Input, uriOf } from './inputs';
import { progress } from './progress';
import type { SettingsOfFiles } from './settings';
import { guessedNames, guessLanguage, readStandardInput } from './standard-input';

/** Reads and lints all that the arguments stand for. Only one file is held at a time. */
export async function gather(
  audit: Audit,
  paths: readonly string[],
  flags: AuditFlags,
  settings: SettingsOfFiles,
): Promise<void> {
  if (paths.includes('-')) addStandardInput(audit, await readStandardInput(), flags, settings);
  const inputs = await findInputs(
    paths.filter((file) => file !== '-'),
    (file, why) => notAudited(audit, file, why),
  );
  const output = flags.output === undefined ? undefined : path.resolve(flags.output);
  const bar = progress(inputs.length, flags.quiet !== true);
  for (const input of inputs) {
    if (input.path !== output && !audit.texts.has(input.uri)) addFile(audit, input, settings);
    addIgnoreFiles(audit, input.path, settings);
    bar.step();
  }
  bar.stop();
}

const notAudited = (audit: Audit, file: string, why: string): void =>
  audit.problem(file, t`Not audited: ${why}.`);

const cannotTell = (): string => t`neither its name nor its text tells a Dockerfile or a manifest`;

function addFile(audit: Audit, { uri, path: file, isNamed }: Input, settings: SettingsOfFiles): void {
  const { settings: own, ignored } = settings.of(file);
  if (ignored) {
    const severity = 'info';
    if (isNamed) audit.problem(file, t`Left out: the configuration ignores it.`, { severity });
    return;
  }
  const source = readSource(file);
  if (source.kind !== 'text') {
    const why = source.kind === 'missing' ? t`it is gone since its folder was read` : source.why;
    notAudited(audit, file, why);
    return;
  }
  const languageId = languageOf(uri) === undefined ? guessLanguage(source.text) : undefined;
  if (languageOf(uri, languageId) === undefined) {
    notAudited(audit, file, cannotTell());
    return;
  }
  audit.texts.note(uri, source.text);
  audit.add(uri, source.text, own, languageId);
}

/** The .dockerignore files that may count for a Dockerfile: named after it, beside it, above it in its repository. */
function addIgnoreFiles(audit: Audit, file: string, settings: SettingsOfFiles): void {
  if (languageOf(uriOf(file)) !== 'dockerfile') return;
  const folder = path.dirname(file);
  const above = foldersFrom(folder, repositoryOf(folder));
  for (const at of [`${file}.dockerignore`, ...[...above].map((one) => path.join(one, '.dockerignore'))]) {
    const uri = uriOf(at);
    if (audit.texts.has(uri)) continue;
    const source = readSource(at);
    if (source.kind !== 'text') continue;
    audit.texts.note(uri, source.text);
    audit.add(uri, source.text, settings.of(at).settings);
  }
}

function addStandardInput(
  audit: Audit,
  source: Source,
  { stdinFilename }: AuditFlags,
  settings: SettingsOfFiles,
): void {
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
  audit.add(uri, source.text, settings.of(file).settings, languageId);
  addIgnoreFiles(audit, file, settings);
}
