import { type Message, type Profile, type Severity, type Span, say } from '../../rules/index';
import { Cursor } from '../../rules/yaml/cursor';
import { parseYaml, splitDocuments } from '../../rules/yaml/document';
import { Reader } from './reader';

export { type FileSettings, settingsFor } from './settings';

export const configurationName = '.seaworthy.yaml';

/** Paths to leave out: whole files, or only what some rules say of them. */
export interface IgnoreEntry {
  /** Globs as in a .gitignore, relative to the folder of the configuration. */
  readonly paths: readonly string[];
  /** Rule ids. */
  readonly rules?: readonly string[];
}

/** What a `.seaworthy.yaml` says. Plain data; what it does not say is absent. */
export interface Configuration {
  readonly profile?: Profile;
  readonly kubernetesVersion?: string;
  readonly allowedRegistries?: readonly string[];
  readonly target?: string;
  /** By rule id. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** By rule id, then by option. */
  readonly options: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly ignore: readonly IgnoreEntry[];
}

export const emptyConfiguration: Configuration = { severities: {}, options: {}, ignore: [] };

/** Something wrong with the configuration, at its place in the text. */
export interface ConfigurationProblem {
  readonly span: Span;
  readonly message: Message;
  /** An error makes a setting void; a warning is about a name that nobody knows. */
  readonly severity: Severity;
}

export interface ParsedConfiguration {
  readonly configuration: Configuration;
  readonly problems: readonly ConfigurationProblem[];
}

/** Reads a configuration. Never throws: what is broken is a problem, and the default stands in its place. */
export function parseConfiguration(text: string): ParsedConfiguration {
  const problems: ConfigurationProblem[] = [];
  const [first, second] = splitDocuments(text);
  const document = parseYaml(first?.text ?? '');
  for (const { span, message } of document.problems) problems.push({ span, message, severity: 'error' });
  if (problems.length > 0) return { configuration: emptyConfiguration, problems };
  if (second)
    problems.push({
      span: { start: second.offset, end: second.offset + 3 },
      message: say`Only the first document of a configuration is read.`,
      severity: 'error',
    });
  return { configuration: new Reader(problems).configuration(Cursor.root(document)), problems };
}
