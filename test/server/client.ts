import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  ApplyWorkspaceEditRequest,
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  type CodeLens,
  CodeLensRefreshRequest,
  CodeLensRequest,
  type Command,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  ExecuteCommandRequest,
  ExitNotification,
  FileChangeType,
  type Hover,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  type Registration,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
  type TextEdit,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { serverFile } from './build';
import { modern } from './capabilities';

export { modern, old } from './capabilities';

export interface Setup {
  readonly capabilities?: ClientCapabilities;
  /** Files of the workspace by path. The first step of a path is the folder where there are several. */
  readonly files?: Readonly<Record<string, string>>;
  /** Folders of the workspace; the whole directory where absent, none where empty. */
  readonly folders?: readonly string[];
  /** How the directory is named where there are no folders: by `rootUri`. */
  readonly root?: 'uri';
  /** The editor's settings under `seaworthy`, by folder or for all. */
  readonly settings?: (scope: string | undefined) => unknown;
  readonly initializationOptions?: unknown;
}

/** Starts the built server as a process and speaks with it as an editor does. */
export async function startClient(setup: Setup = {}): Promise<TestClient> {
  const client = new TestClient(setup);
  await client.initialize();
  return client;
}

export class TestClient {
  readonly root = mkdtempSync(path.join(tmpdir(), 'seaworthy-'));
  readonly connection: ProtocolConnection;
  readonly log: string[] = [];
  readonly published = new Map<string, PublishDiagnosticsParams>();
  readonly registrations: Registration[] = [];
  refreshes = 0;
  lensRefreshes = 0;
  result: InitializeResult = { capabilities: {} };
  readonly #server: ChildProcess;
  readonly #exit: Promise<unknown[]>;
  readonly #documents = new Map<string, TextDocument>();
  settings: (scope: string | undefined) => unknown;

  constructor(private readonly setup: Setup) {
    for (const [name, text] of Object.entries(setup.files ?? {})) this.write(name, text);
    this.settings = setup.settings ?? (() => ({}));
    this.#server = spawn(process.execPath, [serverFile, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#exit = once(this.#server, 'exit');
    const { stdin, stdout } = this.#server;
    if (!stdin || !stdout) throw new Error('The server has no pipes');
    this.connection = createProtocolConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.#answer();
    this.connection.listen();
  }

  async initialize(): Promise<void> {
    const folders = this.setup.folders?.map((name) => this.uri(name)) ?? [URI.file(this.root).toString()];
    this.result = await this.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: this.setup.root === 'uri' ? URI.file(this.root).toString() : null,
      capabilities: this.setup.capabilities ?? modern,
      workspaceFolders: this.setup.root === 'uri' ? null : folders.map((uri) => ({ uri, name: uri })),
      initializationOptions: this.setup.initializationOptions,
    });
    await this.connection.sendNotification(InitializedNotification.type, {});
  }

  uri(name: string): string {
    return URI.file(path.join(this.root, name)).toString();
  }

  // Files on disk, of which the editor is told by `touch`.

  write(name: string, text: string): void {
    const file = path.join(this.root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  remove(name: string): void {
    rmSync(path.join(this.root, name), { recursive: true });
  }

  rename(from: string, to: string): void {
    renameSync(path.join(this.root, from), path.join(this.root, to));
  }

  async touch(...changes: readonly (readonly [name: string, type: 'created' | 'changed' | 'deleted'])[]) {
    const types: Readonly<Record<string, FileChangeType>> = {
      created: FileChangeType.Created,
      changed: FileChangeType.Changed,
      deleted: FileChangeType.Deleted,
    };
    await this.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: changes.map(([name, type]) => ({
        uri: this.uri(name),
        type: types[type] ?? FileChangeType.Changed,
      })),
    });
  }

  // Documents in the editor.

  async open(name: string, text = this.#textOnDisk(name), languageId = languageOf(name)): Promise<void> {
    const uri = this.uri(name);
    this.#documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  async close(name: string): Promise<void> {
    this.#documents.delete(this.uri(name));
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri: this.uri(name) },
    });
  }

  async change(name: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const document = this.document(name);
    const version = document.version + 1;
    TextDocument.update(document, contentChanges, version);
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: document.uri, version },
      contentChanges,
    });
  }

  /** Replaces the one place that reads `before`, as a person types it. */
  async replace(name: string, before: string, after: string): Promise<void> {
    await this.change(name, { range: this.rangeOf(name, before), text: after });
  }

  /** Types a text key by key behind a place. */
  async type(name: string, behind: string, text: string): Promise<void> {
    const document = this.document(name);
    let offset = document.offsetAt(this.rangeOf(name, behind).end);
    for (const key of text) {
      const at = document.positionAt(offset++);
      await this.change(name, { range: { start: at, end: at }, text: key });
    }
  }

  document(name: string): TextDocument {
    const document = this.#documents.get(this.uri(name));
    if (!document) throw new Error(`${name} is not open`);
    return document;
  }

  text(name: string): string {
    return this.#documents.get(this.uri(name))?.getText() ?? this.#textOnDisk(name);
  }

  rangeOf(name: string, quote: string): Range {
    const document = TextDocument.create('', '', 0, this.text(name));
    const start = document.getText().indexOf(quote);
    if (start < 0) throw new Error(`${name} has no ${quote}`);
    return { start: document.positionAt(start), end: document.positionAt(start + quote.length) };
  }

  quote(name: string, range: Range): string {
    return TextDocument.create('', '', 0, this.text(name)).getText(range);
  }

  // Requests.

  pull(name: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri: this.uri(name) },
      ...(previousResultId !== undefined && { previousResultId }),
    });
  }

  async diagnostics(name: string): Promise<Diagnostic[]> {
    const report = await this.pull(name);
    return report.kind === 'full' ? report.items : [];
  }

  /** The rules of the findings of a file, in order. */
  async rules(name: string): Promise<string[]> {
    return (await this.diagnostics(name)).map(({ code }) => String(code));
  }

  async finding(name: string, rule: string): Promise<Diagnostic> {
    const found = (await this.diagnostics(name)).find(({ code }) => code === rule);
    if (!found) throw new Error(`${name} has no finding of ${rule}`);
    return found;
  }

  audit(previousResultIds: { uri: string; value: string }[] = []): Promise<WorkspaceDiagnosticReport> {
    return this.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds });
  }

  /** The rules of the findings of each file of the workspace, by path. */
  async auditRules(): Promise<Record<string, string[]>> {
    const { items } = await this.audit();
    return Object.fromEntries(
      items.map((item) => [
        path.relative(this.root, URI.parse(item.uri).fsPath),
        item.kind === 'full' ? item.items.map(({ code }) => String(code)) : [],
      ]),
    );
  }

  async actions(
    name: string,
    diagnostics: Diagnostic[],
    only?: string[],
    range: Range = diagnostics[0]?.range ?? this.rangeOf(name, ''),
  ): Promise<CodeAction[]> {
    const actions = await this.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: this.uri(name) },
      range,
      context: { diagnostics, ...(only && { only }) },
    });
    return (actions ?? []).filter(
      (action): action is CodeAction => !('command' in action && typeof action.command === 'string'),
    );
  }

  async action(name: string, diagnostics: Diagnostic[], title: string): Promise<CodeAction> {
    const actions = await this.actions(name, diagnostics);
    const found = actions.find((action) => action.title === title);
    if (!found)
      throw new Error(`No action is called ${title}, only ${actions.map((one) => one.title).join('; ')}`);
    return found;
  }

  resolve(action: CodeAction): Promise<CodeAction> {
    return this.connection.sendRequest(CodeActionResolveRequest.type, action);
  }

  /** Resolves an action and makes its edit. */
  async take(action: CodeAction): Promise<void> {
    const { edit } = action.edit ? action : await this.resolve(action);
    if (!edit) throw new Error(`The action ${action.title} has no edit`);
    await this.apply(edit);
  }

  async lenses(name: string): Promise<CodeLens[]> {
    return (
      (await this.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: this.uri(name) } })) ??
      []
    );
  }

  /** Runs a command of the server, as a click on a lens does. */
  execute({ command, arguments: args }: Command): Promise<unknown> {
    return this.connection.sendRequest(ExecuteCommandRequest.type, {
      command,
      ...(args && { arguments: args }),
    });
  }

  hover(name: string, position: Position): Promise<Hover | null> {
    return this.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: this.uri(name) },
      position,
    });
  }

  /** Makes an edit as an editor does: open documents are changed, other files written. */
  async apply(edit: WorkspaceEdit): Promise<void> {
    for (const [uri, edits] of Object.entries(edit.changes ?? {})) await this.#applyTo(uri, edits);
    for (const change of edit.documentChanges ?? []) {
      if ('textDocument' in change) {
        const { uri, version } = change.textDocument;
        const open = this.#documents.get(uri);
        if (version !== (open?.version ?? null)) throw new Error(`${uri} has another version`);
        await this.#applyTo(
          uri,
          change.edits.filter((one): one is TextEdit => 'newText' in one),
        );
      } else if (change.kind === 'create') {
        if (existsSync(URI.parse(change.uri).fsPath)) throw new Error(`${change.uri} exists`);
        this.write(this.#nameOf(change.uri), '');
      } else throw new Error(`Cannot ${change.kind}`);
    }
  }

  async configure(settings: (scope: string | undefined) => unknown): Promise<void> {
    this.settings = settings;
    await this.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
  }

  /** Waits until the server has read all folders: what holds between files is told from then on. */
  async ready(): Promise<void> {
    await this.connection.sendRequest('seaworthy/fixAllInWorkspace', {});
  }

  /** Waits for what comes without a request. */
  async until(condition: () => boolean, what: string): Promise<void> {
    const end = Date.now() + 10_000;
    while (!condition()) {
      if (Date.now() > end)
        throw new Error(`Waited in vain for ${what}; the server said: ${this.log.join('\n')}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** Stops the server as an editor does. @returns its exit code. */
  async stop({ isPolite = true } = {}): Promise<number | null> {
    if (this.#server.exitCode === null) {
      if (isPolite) await this.connection.sendRequest(ShutdownRequest.type);
      await this.connection.sendNotification(ExitNotification.type);
    }
    const [code] = await this.#exit;
    this.connection.dispose();
    rmSync(this.root, { recursive: true, force: true });
    return typeof code === 'number' ? code : null;
  }

  #answer(): void {
    const { connection } = this;
    connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      items.map(({ scopeUri }) => this.settings(scopeUri)),
    );
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      this.registrations.push(...registrations);
    });
    connection.onRequest(DiagnosticRefreshRequest.type, () => {
      this.refreshes += 1;
    });
    connection.onRequest(CodeLensRefreshRequest.type, () => {
      this.lensRefreshes += 1;
    });
    connection.onRequest(ApplyWorkspaceEditRequest.type, async ({ edit }) => {
      await this.apply(edit);
      return { applied: true };
    });
    connection.onNotification(LogMessageNotification.type, ({ message }) => {
      this.log.push(message);
    });
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.published.set(params.uri, params);
    });
  }

  async #applyTo(uri: string, edits: TextEdit[]): Promise<void> {
    const name = this.#nameOf(uri);
    const text = TextDocument.applyEdits(TextDocument.create('', '', 0, this.text(name)), edits);
    if (this.#documents.has(uri)) await this.change(name, { text });
    else this.write(name, text);
  }

  #nameOf(uri: string): string {
    return path.relative(this.root, URI.parse(uri).fsPath);
  }

  #textOnDisk(name: string): string {
    return readFileSync(path.join(this.root, name), 'utf8');
  }
}

const languageOf = (name: string): string =>
  /dockerfile/i.test(path.basename(name)) ? 'dockerfile' : name.endsWith('.json') ? 'json' : 'yaml';
