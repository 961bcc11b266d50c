import type {
  CancellationToken,
  Connection,
  Diagnostic,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  ResultProgressReporter,
  WorkDoneProgressReporter,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { stopIfCancelled } from './cancellation';
import type { ClientAbilities } from './capabilities';
import type { Disk } from './disk';
import type { Findings } from './findings';
import { t } from './l10n';
import type { OpenDocuments } from './open-documents';
import { debounce, editPause, nextTurn, Slices } from './timing';
import { canonical } from './uris';
import type { WorkspaceIndex } from './workspace-index';

/** What a file's diagnostics were when they were last worked out. */
interface Result {
  readonly id: string;
  readonly revision: string;
  readonly content: string;
  readonly items: Diagnostic[];
}

/** What the client was last told of a file. */
interface Told {
  readonly id: string;
  /** Of the open document; null where it was not open. */
  readonly version: number | null;
}

/** How many files go into one partial result. */
const portion = 50;

const waiting = 100;

/** Tells the client what was found: on request where the client asks, else by itself. */
export class Diagnostics {
  readonly #results = new Map<string, Result>();
  readonly #told = new Map<string, Told>();
  /** Ids of an earlier run of the server mean nothing to this one. */
  readonly #run = Date.now().toString(36);
  #count = 0;
  readonly #tellSoon = debounce(() => void this.#tell(), editPause);

  constructor(
    private readonly connection: Connection,
    private readonly index: WorkspaceIndex,
    private readonly disk: Disk,
    private readonly documents: OpenDocuments,
    private readonly findings: Findings,
    private readonly client: () => ClientAbilities,
  ) {
    index.onChange(() => this.#tellSoon());
    documents.onEdit(() => this.#tellSoon());
    documents.onClose(({ uri, spelling }) => this.#closed(uri, spelling));
  }

  dispose(): void {
    this.#tellSoon.cancel();
  }

  async document(
    { textDocument, previousResultId }: DocumentDiagnosticParams,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    // A request that a newer edit has made void is cancelled by the next message: let it come in.
    await nextTurn();
    stopIfCancelled(token);
    await this.index.settle();
    stopIfCancelled(token);
    const uri = canonical(textDocument.uri);
    const { id, items } = await this.#result(uri);
    this.#noteTold(uri, id);
    const related = this.client().relatedDocuments ? { relatedDocuments: await this.#related(uri) } : {};
    if (id === previousResultId) return { kind: 'unchanged', resultId: id, ...related };
    return { kind: 'full', resultId: id, items, ...related };
  }

  async workspace(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
    progress: WorkDoneProgressReporter,
    partial: ResultProgressReporter<WorkspaceDiagnosticReport> | undefined,
  ): Promise<WorkspaceDiagnosticReport> {
    progress.begin('Seaworthy', 0, t`Reading files`, true);
    try {
      await this.#awaitDisk(token, progress);
      const previous = new Map(previousResultIds.map(({ uri, value }) => [canonical(uri), { uri, value }]));
      const uris = new Set([...this.disk.uris, ...this.documents.uris, ...previous.keys()]);
      const items: WorkspaceDocumentDiagnosticReport[] = [];
      const slices = new Slices();
      let done = 0;
      for (const uri of uris) {
        stopIfCancelled(token);
        const report = await this.#workspaceItem(uri, previous.get(uri));
        if (report) items.push(report);
        done += 1;
        if (partial && items.length === portion) partial.report({ items: items.splice(0) });
        if (done % portion === 0) progress.report((100 * done) / uris.size, t`${done} of ${uris.size} files`);
        await slices.rest();
      }
      stopIfCancelled(token);
      if (partial && items.length > 0) partial.report({ items: items.splice(0) });
      return { items };
    } finally {
      progress.done();
    }
  }

  async #awaitDisk(token: CancellationToken, progress: WorkDoneProgressReporter): Promise<void> {
    let isReady = false;
    const ready = this.disk.ready().then(() => {
      isReady = true;
    });
    while (!isReady) {
      await Promise.race([ready, new Promise((resolve) => setTimeout(resolve, waiting))]);
      stopIfCancelled(token);
      if (!isReady) progress.report(t`Reading files: ${this.disk.uris.length}`);
    }
    await this.index.settle();
  }

  /** Undefined where there is nothing to tell: no findings, and none that the client knows of. */
  async #workspaceItem(
    uri: string,
    previous: { uri: string; value: string } | undefined,
  ): Promise<WorkspaceDocumentDiagnosticReport | undefined> {
    const { id, items } = await this.#result(uri);
    if (items.length === 0 && !previous) return undefined;
    // Of an open document clients believe only what they asked for by itself.
    if (!this.documents.has(uri)) this.#noteTold(uri, id);
    const place = {
      uri: previous?.uri ?? this.documents.spelling(uri),
      version: this.documents.get(uri)?.version ?? null,
      resultId: id,
    };
    return previous?.value === id ? { kind: 'unchanged', ...place } : { kind: 'full', items, ...place };
  }

  async #result(uri: string): Promise<Result> {
    const revision = this.findings.revision(uri);
    const known = this.#results.get(uri);
    if (known?.revision === revision) return known;
    const items = await this.findings.diagnostics(uri);
    const content = JSON.stringify(items);
    const id = known?.content === content ? known.id : `${this.#run}-${++this.#count}`;
    const result = { id, revision, content, items };
    this.#results.set(uri, result);
    return result;
  }

  #noteTold(uri: string, id: string): void {
    this.#told.set(uri, { id, version: this.documents.get(uri)?.version ?? null });
  }

  /** Other open documents that the client has shown and that an edit of this one has changed. */
  async #related(
    edited: string,
  ): Promise<Record<string, { kind: 'full'; resultId: string; items: Diagnostic[] }>> {
    const related: Record<string, { kind: 'full'; resultId: string; items: Diagnostic[] }> = {};
    for (const uri of this.documents.uris) {
      if (uri === edited || !(await this.#isOutdated(uri))) continue;
      const { id, items } = await this.#result(uri);
      related[this.documents.spelling(uri)] = { kind: 'full', resultId: id, items };
      this.#noteTold(uri, id);
    }
    return related;
  }

  /** True where the client shows findings that other files have changed. After an edit of the file it asks by itself. */
  async #isOutdated(uri: string): Promise<boolean> {
    const told = this.#told.get(uri);
    if (!told || told.version !== (this.documents.get(uri)?.version ?? null)) return false;
    return told.id !== (await this.#result(uri)).id;
  }

  #closed(uri: string, spelling: string): void {
    this.#told.delete(uri);
    this.#results.delete(uri);
    if (!this.client().pullsDiagnostics)
      void this.connection.sendDiagnostics({ uri: spelling, diagnostics: [] });
  }

  async #tell(): Promise<void> {
    await this.index.settle();
    if (!this.client().pullsDiagnostics) await this.#push();
    else if (this.client().refreshesDiagnostics && (await this.#findOutdated()))
      this.connection.languages.diagnostics.refresh().catch(() => undefined);
  }

  /** Each change is a reason for one refresh, whatever the client then asks for again. */
  async #findOutdated(): Promise<boolean> {
    let isAny = false;
    const slices = new Slices();
    for (const uri of [...this.#told.keys()]) {
      await slices.rest();
      if (!(await this.#isOutdated(uri))) continue;
      this.#noteTold(uri, (await this.#result(uri)).id);
      isAny = true;
    }
    return isAny;
  }

  async #push(): Promise<void> {
    for (const uri of this.documents.uris) {
      const { id, items } = await this.#result(uri);
      const document = this.documents.get(uri);
      const told = this.#told.get(uri);
      if (!document || (told?.id === id && told.version === document.version)) continue;
      this.#noteTold(uri, id);
      await this.connection.sendDiagnostics({
        uri: document.uri,
        version: document.version,
        diagnostics: items,
      });
    }
  }
}
