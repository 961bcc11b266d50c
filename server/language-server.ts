import {
  CodeActionKind,
  CodeLensRefreshRequest,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { languageOf, type RuleAbout, ruleById, rules } from '../rules/index';
import { abilitiesOf, type ClientAbilities } from './capabilities';
import { clientHost } from './client-host';
import { CodeActions, fixAllKind } from './code-actions';
import { ConfigurationFiles, isConfiguration } from './configuration-files';
import { Deeds } from './deeds';
import { Diagnostics } from './diagnostics';
import { Disk } from './disk';
import { EditorSettingsStore } from './editor-settings';
import { explain, summary } from './explain';
import { Findings, source } from './findings';
import { fixAllInWorkspace } from './fix-workspace';
import { Folders } from './folders';
import { HelmCharts } from './helm';
import { emptyHost, type Host, joinHosts } from './host';
import { Hovers } from './hover';
import { IgnoreFiles } from './ignore-files';
import { speak, type Translations, t } from './l10n';
import { OpenDocuments } from './open-documents';
import { hardenCommand, hardenKind, PodSecurity } from './pod-security';
import { ExplainRuleRequest, FixAllInWorkspaceRequest, RulesRequest } from './protocol';
import { Scope } from './scope';
import { debounce, editPause } from './timing';
import { canonical, parentOf } from './uris';
import { registerForChanges } from './watching';
import { WorkspaceEdits } from './workspace-edits';
import { WorkspaceIndex } from './workspace-index';

/**
 * Serves one client, the same under Node.js and in a browser.
 * @param ownFiles makes the host of the files that need no asking of the client.
 * @param translationsFor texts for a client that names a language and brings none of its own.
 */
export function startServer(
  connection: Connection,
  ownFiles: (folders: Folders) => Host,
  translationsFor: (language: string) => Translations = () => ({}),
): void {
  new LanguageServer(connection, ownFiles, translationsFor).listen();
}

class LanguageServer {
  #client: ClientAbilities = abilitiesOf({ capabilities: {}, processId: null, rootUri: null });
  #initialFolders: readonly string[] = [];
  readonly #documents: OpenDocuments;
  readonly #folders = new Folders();
  readonly #editor: EditorSettingsStore;
  readonly #configurations: ConfigurationFiles;
  readonly #index: WorkspaceIndex;
  readonly #disk: Disk;
  readonly #diagnostics: Diagnostics;
  readonly #edits: WorkspaceEdits;
  readonly #podSecurity: PodSecurity;
  readonly #codeActions: CodeActions;
  readonly #hovers: Hovers;
  /** A client asks again by itself after an edit, but not where settings made the difference. */
  readonly #refreshLensesSoon = debounce(() => {
    if (this.#client.refreshesLenses)
      this.connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
  }, 2 * editPause);

  constructor(
    private readonly connection: Connection,
    ownFiles: (folders: Folders) => Host,
    private readonly translationsFor: (language: string) => Translations,
  ) {
    const client = (): ClientAbilities => this.#client;
    const log = connection.console;
    const others = clientHost(connection);
    const host = joinHosts(ownFiles(this.#folders), () => (this.#client.fileSystem ? others : emptyHost));
    const documents = new OpenDocuments(connection);
    const folders = this.#folders;
    const configurations = new ConfigurationFiles(host, folders, documents);
    const editor = new EditorSettingsStore(connection, () => this.#client.configuration);
    const scope = new Scope(folders, editor, configurations, new IgnoreFiles(host), new HelmCharts(host));
    const index = new WorkspaceIndex(documents, scope, log);
    const disk = new Disk(host, scope, index, log);
    const findings = new Findings(index, disk, documents, configurations, client);
    const edits = new WorkspaceEdits(documents, client);
    const deeds = new Deeds({ index, findings, documents, configurations, folders, host, edits, client });
    this.#documents = documents;
    this.#editor = editor;
    this.#configurations = configurations;
    this.#index = index;
    this.#disk = disk;
    this.#edits = edits;
    this.#followDocuments();
    this.#diagnostics = new Diagnostics(connection, index, disk, documents, findings, client);
    this.#podSecurity = new PodSecurity(connection, index, scope, deeds, client);
    this.#codeActions = new CodeActions(index, findings, documents, deeds, this.#podSecurity, client);
    this.#hovers = new Hovers(index, findings, documents, client);
  }

  listen(): void {
    const { connection } = this;
    connection.onInitialize((params) => this.#initialize(params));
    connection.onInitialized(() => this.#initialized());
    connection.onShutdown(() => this.#dispose());
    this.#answerRequests();
    this.#followFiles();
    connection.listen();
  }

  #initialize(params: InitializeParams): InitializeResult {
    this.#client = abilitiesOf(params);
    speak(this.#client.translations ?? this.translationsFor(params.locale ?? ''));
    this.#editor.change(params.initializationOptions);
    const folders =
      params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
    this.#initialFolders = folders.map(canonical);
    const anyFile = { filters: [{ pattern: { glob: '**' } }] };
    return {
      serverInfo: { name: 'Seaworthy' },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        codeActionProvider: {
          codeActionKinds: [CodeActionKind.QuickFix, hardenKind, fixAllKind],
          resolveProvider: this.#client.resolvesEdits,
        },
        codeLensProvider: {},
        ...(this.#client.appliesEdits && { executeCommandProvider: { commands: [hardenCommand] } }),
        ...(this.#client.pullsDiagnostics && {
          diagnosticProvider: {
            identifier: source,
            interFileDependencies: true,
            workspaceDiagnostics: true,
            workDoneProgress: true,
          },
        }),
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          fileOperations: { didCreate: anyFile, didRename: anyFile, didDelete: anyFile },
        },
      },
    };
  }

  #initialized(): void {
    for (const folder of this.#initialFolders) this.#disk.addFolder(folder);
    void registerForChanges(this.connection, this.#client);
    if (!this.#client.workspaceFolders) return;
    this.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const { uri } of removed) this.#disk.removeFolder(canonical(uri));
      for (const { uri } of added) this.#disk.addFolder(canonical(uri));
    });
  }

  #dispose(): void {
    this.#disk.dispose();
    this.#diagnostics.dispose();
    this.#refreshLensesSoon.cancel();
  }

  #answerRequests(): void {
    const { connection } = this;
    connection.languages.diagnostics.on((params, token) => this.#diagnostics.document(params, token));
    connection.languages.diagnostics.onWorkspace((params, token, progress, partial) =>
      this.#diagnostics.workspace(params, token, progress, partial),
    );
    connection.onCodeAction((params) => this.#codeActions.offer(params));
    connection.onCodeActionResolve((action) => this.#codeActions.resolve(action));
    connection.onCodeLens((params) => this.#podSecurity.lenses(params));
    connection.onExecuteCommand((params) => this.#podSecurity.execute(params));
    connection.onHover((params) => this.#hovers.at(params));
    connection.onRequest(RulesRequest, () => (rules as readonly RuleAbout[]).map(summary));
    connection.onRequest(ExplainRuleRequest, ({ rule }) => {
      const known = ruleById(rule);
      return known
        ? explain(known)
        : new ResponseError<void>(LSPErrorCodes.RequestFailed, t`No rule is called ${rule}.`);
    });
    connection.onRequest(FixAllInWorkspaceRequest, (_, token) =>
      fixAllInWorkspace(this.#index, this.#disk, this.#documents, this.#edits, token),
    );
  }

  /** Before all who ask what was found: they are to see the newest text. */
  #followDocuments(): void {
    this.#documents.onEdit((uri) => {
      this.#index.markStale(uri);
      if (languageOf(uri, this.#documents.get(uri)?.languageId) === 'dockerfile')
        this.#disk.readIgnoreFilesOf(uri);
      if (isConfiguration(uri)) this.#configurationChanged(uri);
    });
    this.#documents.onClose(({ uri }) => {
      this.#index.close(uri);
      if (isConfiguration(uri)) this.#configurationChanged(uri);
      this.#disk.changed([uri]);
    });
  }

  #followFiles(): void {
    const { connection } = this;
    const changed = (uris: readonly string[]): void => this.#disk.changed(uris.map(canonical));
    connection.onDidChangeWatchedFiles(({ changes }) => changed(changes.map(({ uri }) => uri)));
    connection.workspace.onDidCreateFiles(({ files }) => changed(files.map(({ uri }) => uri)));
    connection.workspace.onDidDeleteFiles(({ files }) => changed(files.map(({ uri }) => uri)));
    connection.workspace.onDidRenameFiles(({ files }) =>
      changed(files.flatMap(({ oldUri, newUri }) => [oldUri, newUri])),
    );
    connection.onDidChangeConfiguration(({ settings }) => {
      this.#editor.change(settings);
      for (const folder of this.#folders.uris) this.#disk.settingsChanged(folder);
      for (const uri of this.#documents.uris) this.#index.markStale(uri);
      this.#index.notify();
      this.#refreshLensesSoon();
    });
  }

  #configurationChanged(uri: string): void {
    this.#configurations.forget(parentOf(uri));
    this.#disk.settingsChanged(parentOf(uri));
    this.#refreshLensesSoon();
  }
}
