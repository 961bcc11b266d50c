import { Emitter } from 'vscode-languageserver';
import {
  type FileFindings,
  type FileReport,
  lint,
  type Settings,
  type Workspace,
  workspaceOfReports,
} from '../rules/index';
import { maxFileSize } from './host';
import { errorText, type Log } from './log';
import type { OpenDocuments } from './open-documents';
import { Lines } from './positions';
import type { Scope } from './scope';
import { isInside } from './uris';

/**
 * What is found in the files of the workspace, open or not. An open document outweighs the file on disk. Findings are up
 * to date with the editor once `settle` has resolved.
 */
export class WorkspaceIndex {
  readonly #workspace = workspaceOfReports();
  /** The newest report of each open document, also of those that say nothing. */
  readonly #openReports = new Map<string, FileReport>();
  /** Open documents that are to be linted again. */
  readonly #stale = new Set<string>();
  readonly #revisions = new Map<string, number>();
  /** What the log was told of already. */
  readonly #told = new Set<string>();
  readonly #lines = new WeakMap<FileReport, Lines>();
  readonly #changed = new Emitter<void>();
  #sharedRevision = 0;
  #settling: Promise<void> = Promise.resolve();

  /** Findings may have changed. */
  readonly onChange = this.#changed.event;

  constructor(
    private readonly documents: OpenDocuments,
    private readonly scope: Scope,
    private readonly log: Log,
  ) {}

  /** Another text whenever the findings of a file may have changed. */
  revision(uri: string): string {
    return `${this.#revisions.get(uri) ?? 0}/${this.#sharedRevision}`;
  }

  findings(uri: string): FileFindings {
    const found = this.#workspace.findings(uri);
    for (const { rule, error } of found.failures) this.#tellFailure(rule, error, uri);
    return found;
  }

  report(uri: string): FileReport | undefined {
    return this.#workspace.report(uri) ?? this.#openReports.get(uri);
  }

  lines(uri: string): Lines | undefined {
    const report = this.report(uri);
    if (!report) return undefined;
    const lines = this.#lines.get(report) ?? new Lines(report.text);
    this.#lines.set(report, lines);
    return lines;
  }

  /** A workspace of the same files, to try out what edits would do. */
  copy(): Workspace {
    const copy = workspaceOfReports();
    for (const report of this.#workspace.reports) copy.update(report);
    return copy;
  }

  /** An open document, or all those in a folder, are to be linted again. */
  markStale(uri: string): void {
    for (const open of this.documents.uris) if (open === uri || isInside(uri, open)) this.#stale.add(open);
  }

  close(uri: string): void {
    this.#openReports.delete(uri);
    this.#stale.delete(uri);
  }

  /** Lints the open documents that are stale. */
  settle(): Promise<void> {
    this.#settling = this.#settling.then(() => this.#lintStale());
    return this.#settling;
  }

  /** Takes in the text of a file on disk, unless it is open. */
  lintClosed(uri: string, text: string, settings: Settings): void {
    if (!this.documents.has(uri)) this.#keep(lint({ uri, text }, settings, this.#workspace.report(uri)));
  }

  /** Takes out a file that is gone or not to be linted, unless it is open. */
  dropClosed(uri: string): void {
    if (!this.documents.has(uri)) this.#drop(uri);
  }

  notify(): void {
    this.#changed.fire();
  }

  async #lintStale(): Promise<void> {
    if (this.#stale.size === 0) return;
    for (const uri of [...this.#stale]) {
      this.#stale.delete(uri);
      try {
        await this.#lintOpen(uri);
      } catch (error) {
        this.log.error(`${uri} cannot be checked: ${errorText(error)}`);
      }
    }
    this.notify();
  }

  async #lintOpen(uri: string): Promise<void> {
    const settings = await this.scope.settingsOf(uri, this.documents.get(uri)?.languageId);
    const document = this.documents.get(uri);
    if (!document) return;
    const text = document.getText();
    if (settings && this.#isSmallEnough(uri, text)) {
      const source = { uri, languageId: document.languageId, text };
      this.#openReports.set(uri, this.#keep(lint(source, settings, this.#openReports.get(uri))));
    } else {
      this.#openReports.delete(uri);
      this.#drop(uri);
    }
  }

  /** A giant would hold up every request at every key. */
  #isSmallEnough(uri: string, text: string): boolean {
    if (text.length <= maxFileSize) return true;
    if (!this.#told.has(uri))
      this.log.warn(`${uri} is left out: it has more than ${maxFileSize} characters.`);
    this.#told.add(uri);
    return false;
  }

  /** Reports that say nothing are not kept: most files of a workspace are no manifests. */
  #keep(report: FileReport): FileReport {
    const { uri, findings, facts, suppressions, failures } = report;
    for (const { rule, error } of failures) this.#tellFailure(rule, error, uri);
    const saysNothing =
      findings.length === 0 && suppressions.length === 0 && Object.values(facts).every((of) => !of?.length);
    if (saysNothing) this.#drop(uri);
    else this.#noteChange(uri, this.#workspace.update(report));
    return report;
  }

  #drop(uri: string): void {
    this.#noteChange(uri, this.#workspace.remove(uri));
  }

  #noteChange(uri: string, othersToo: boolean): void {
    this.#revisions.set(uri, (this.#revisions.get(uri) ?? 0) + 1);
    if (othersToo) this.#sharedRevision += 1;
  }

  /** A check that throws does so at every key: it is told once. */
  #tellFailure(rule: string, error: string, where: string): void {
    const known = `${rule} ${error.split('\n', 1)[0]}`;
    if (this.#told.has(known)) return;
    this.#told.add(known);
    this.log.error(`The rule ${rule} failed on ${where}; all other findings stand. ${error}`);
  }
}
