import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { selector } from './documents';
import type { Findings } from './findings';

/** Tells, for the file in the editor, whether Seaworthy runs and what it found. */
export class Status implements vscode.Disposable {
  private readonly language = vscode.languages.createLanguageStatusItem('seaworthy', selector);
  private readonly bar = vscode.window.createStatusBarItem('seaworthy', vscode.StatusBarAlignment.Left);
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly findings: Findings,
  ) {
    this.language.name = this.bar.name = 'Seaworthy';
    this.bar.command = 'seaworthy.findings.focus';
    this.subscriptions = [
      this.language,
      this.bar,
      client.onDidChangeState(() => this.update()),
      findings.onDidChange(() => this.update()),
      vscode.window.onDidChangeActiveTextEditor(() => this.update()),
    ];
    this.update();
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private update(): void {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !vscode.languages.match(selector, document)) {
      this.bar.hide();
      return;
    }
    const count = this.findings.of(document.uri).length;
    this.updateLanguage(count);
    this.bar.text = this.client.isRunning() ? `$(shield) ${count}` : '$(shield) $(warning)';
    this.bar.tooltip = `Seaworthy: ${this.language.detail}`;
    this.bar.show();
  }

  private updateLanguage(count: number): void {
    const { state } = this.client;
    const isDown = state === State.Stopped || state === State.StartFailed;
    this.language.text = 'Seaworthy';
    this.language.busy = state === State.Starting;
    this.language.severity = isDown
      ? vscode.LanguageStatusSeverity.Error
      : vscode.LanguageStatusSeverity.Information;
    this.language.detail = isDown ? vscode.l10n.t('The server is not running') : findingsText(count);
    this.language.command = isDown
      ? { title: vscode.l10n.t('Restart Server'), command: 'seaworthy.restartServer' }
      : { title: vscode.l10n.t('Show Output'), command: 'seaworthy.showOutput' };
  }
}

function findingsText(count: number): string {
  if (count === 0) return vscode.l10n.t('No findings in this file');
  if (count === 1) return vscode.l10n.t('1 finding in this file');
  return vscode.l10n.t('{0} findings in this file', count);
}
