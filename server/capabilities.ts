import type { InitializeParams } from 'vscode-languageserver';
import type { Translations } from './l10n';

/** What the client can do, as far as it matters here. */
export interface ClientAbilities {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly relatedDocuments: boolean;
  /** Keeps `data` of a diagnostic until it asks for code actions. */
  readonly diagnosticData: boolean;
  readonly versionedEdits: boolean;
  readonly createsFiles: boolean;
  /** Lets the person fill in what an edit leaves open. */
  readonly snippetEdits: boolean;
  readonly changeAnnotations: boolean;
  readonly resolvesEdits: boolean;
  /** Makes an edit that the server sends. */
  readonly appliesEdits: boolean;
  readonly refreshesLenses: boolean;
  readonly markdownHover: boolean;
  readonly configuration: boolean;
  readonly configurationRegistration: boolean;
  readonly watchRegistration: boolean;
  readonly workspaceFolders: boolean;
  /** Commands of its own that code actions may name. */
  readonly commands: readonly string[];
  /** Texts that the client brings in the person's language. */
  readonly translations: Translations | undefined;
  /** Answers `seaworthy/listFolder` and `seaworthy/readFile`. */
  readonly fileSystem: boolean;
}

export function abilitiesOf({ capabilities, initializationOptions }: InitializeParams): ClientAbilities {
  const { workspace, textDocument } = capabilities;
  const edits = workspace?.workspaceEdit;
  const versionedEdits = edits?.documentChanges === true;
  const options = isRecord(initializationOptions) ? initializationOptions : {};
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedDocuments: textDocument?.diagnostic?.relatedDocumentSupport === true,
    diagnosticData:
      (textDocument?.diagnostic?.dataSupport ?? textDocument?.publishDiagnostics?.dataSupport) === true,
    versionedEdits,
    createsFiles: versionedEdits && edits?.resourceOperations?.includes('create') === true,
    snippetEdits: versionedEdits && edits?.snippetEditSupport === true,
    changeAnnotations: versionedEdits && edits?.changeAnnotationSupport !== undefined,
    resolvesEdits:
      textDocument?.codeAction?.dataSupport === true &&
      textDocument.codeAction.resolveSupport?.properties.includes('edit') === true,
    appliesEdits: workspace?.applyEdit === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    configuration: workspace?.configuration === true,
    configurationRegistration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchRegistration: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    commands: Array.isArray(options.commands)
      ? options.commands.filter((name): name is string => typeof name === 'string')
      : [],
    translations: isRecord(options.translations) ? textsOf(options.translations) : undefined,
    fileSystem: options.fileSystem === true,
  };
}

const textsOf = (record: Readonly<Record<string, unknown>>): Translations =>
  Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
