import * as vscode from 'vscode';
import type { BaseLanguageClient, DiagnosticCollectionProvider, Middleware } from 'vscode-languageclient';
import { selector } from './documents';

export interface Finding {
  readonly uri: vscode.Uri;
  readonly diagnostic: vscode.Diagnostic;
}

/** The id of the rule that a diagnostic comes from. */
export function ruleOf({ code }: vscode.Diagnostic): string | undefined {
  const id = typeof code === 'object' ? code.value : code;
  return id === undefined ? undefined : String(id);
}

/**
 * All findings that Seaworthy shows, in one collection of diagnostics that the editor's pulls and the
 * audit share. So Problems and the tree view agree, and a file that is open is never reported twice.
 */
export class Findings implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('seaworthy');
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable[] = [this.collection, this.changed];
  private visible: Pick<BaseLanguageClient['visibleDocuments'], 'isVisible'> | undefined;
  private audited = false;
  private due = true;

  readonly onDidChange = this.changed.event;

  /** The collection outlives the client's runs; a stop only empties it. */
  readonly provider: DiagnosticCollectionProvider = {
    create: () => this.collection,
    dispose: () => this.collection.clear(),
  };

  /**
   * The client asks for the workspace every two seconds. It gets through where somebody wants the workspace,
   * and where the server was told something since: else there is nothing new.
   */
  readonly middleware: Middleware = {
    sendNotification: (type, next, params) => {
      this.due = true;
      return next(type, params);
    },
    provideWorkspaceDiagnostics: async (resultIds, token, report, next) => {
      if (!this.coversWorkspace || !this.due) return { items: [] };
      this.due = false;
      try {
        return await next(resultIds, token, report);
      } catch (error) {
        this.due = true;
        throw error;
      }
    },
  };

  constructor() {
    this.subscriptions.push(
      vscode.languages.onDidChangeDiagnostics(() => this.changed.fire()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('seaworthy.audit')) this.forgetClosed();
      }),
    );
  }

  /** The client leaves the findings of a closed file to the workspace's report, which may never come. */
  follow({ visibleDocuments }: BaseLanguageClient): void {
    this.visible = visibleDocuments;
    this.subscriptions.push(visibleDocuments.onClose(() => this.forgetClosed()));
  }

  /** Whether the findings are those of the workspace, not just of the files that are open. */
  get coversWorkspace(): boolean {
    return this.audited || vscode.workspace.getConfiguration('seaworthy').get('audit.continuous', false);
  }

  /** An audit is through: from now on the client keeps the findings of all files current. */
  keepWorkspace(): void {
    this.audited = true;
    this.changed.fire();
  }

  /** Takes what an audit found in a file, unless the file's editor, which knows better, is open. */
  accept(uri: vscode.Uri, diagnostics: readonly vscode.Diagnostic[]): void {
    if (!this.isPulled(uri)) this.collection.set(uri, diagnostics);
  }

  all(): Finding[] {
    return [...this.collection].flatMap(([uri, diagnostics]) =>
      diagnostics.map((diagnostic) => ({ uri, diagnostic })),
    );
  }

  of(uri: vscode.Uri): readonly vscode.Diagnostic[] {
    return this.collection.get(uri) ?? [];
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private forgetClosed(): void {
    if (this.coversWorkspace) return;
    for (const [uri] of [...this.collection]) if (!this.visible?.isVisible(uri)) this.collection.delete(uri);
  }

  private isPulled(uri: vscode.Uri): boolean {
    const document = vscode.workspace.textDocuments.find((open) => String(open.uri) === String(uri));
    return !!document && vscode.languages.match(selector, document) > 0 && !!this.visible?.isVisible(uri);
  }
}
