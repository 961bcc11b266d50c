import * as vscode from 'vscode';
import { type Finding, type Findings, ruleOf } from './findings';

export const groupings = ['severity', 'rule', 'file'] as const;
export type Grouping = (typeof groupings)[number];

interface Group {
  readonly label: string;
  readonly findings: Finding[];
}

type Node = Group | Finding;

const severities = [
  { label: () => vscode.l10n.t('Errors'), icon: 'error', color: 'list.errorForeground' },
  { label: () => vscode.l10n.t('Warnings'), icon: 'warning', color: 'list.warningForeground' },
  { label: () => vscode.l10n.t('Notes'), icon: 'info', color: 'editorInfo.foreground' },
  { label: () => vscode.l10n.t('Hints'), icon: 'lightbulb', color: 'editorHint.foreground' },
] as const;

/** The tree of findings in the side bar, grouped as the person likes. */
export class AuditView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  private readonly view: vscode.TreeView<Node>;
  private readonly subscriptions: vscode.Disposable[];
  private pending: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    private readonly findings: Findings,
    private readonly state: vscode.Memento,
  ) {
    this.view = vscode.window.createTreeView('seaworthy.findings', {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.subscriptions = [this.view, this.changed, findings.onDidChange(() => this.refreshSoon())];
    this.refresh();
  }

  get grouping(): Grouping {
    return this.state.get<Grouping>('grouping', 'severity');
  }

  async groupBy(grouping: Grouping): Promise<void> {
    await this.state.update('grouping', grouping);
    this.refresh();
  }

  getChildren(node?: Node): Node[] {
    if (!node) return this.groups();
    return isGroup(node) ? node.findings : [];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return isGroup(node) ? groupItem(node, this.grouping) : findingItem(node, this.grouping);
  }

  dispose(): void {
    clearTimeout(this.pending);
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private groups(): Group[] {
    const key = keys[this.grouping];
    const groups = new Map<string, Finding[]>();
    for (const finding of this.findings.all().sort(byPlace)) {
      const group = groups.get(key(finding));
      if (group) group.push(finding);
      else groups.set(key(finding), [finding]);
    }
    return [...groups]
      .map(([label, findings]) => ({ label, findings }))
      .sort((a, b) => a.label.localeCompare(b.label));
  }

  /** A keystroke may change many files: one refresh does for all. */
  private refreshSoon(): void {
    clearTimeout(this.pending);
    this.pending = setTimeout(() => this.refresh(), 200);
  }

  private refresh(): void {
    const count = this.findings.all().length;
    const isPart = count > 0 && !this.findings.coversWorkspace;
    this.view.message = isPart ? vscode.l10n.t('Only the files that are open. An audit looks at all.') : '';
    this.view.badge =
      count === 0 ? undefined : { value: count, tooltip: vscode.l10n.t('{0} findings', count) };
    void vscode.commands.executeCommand(
      'setContext',
      'seaworthy.coversWorkspace',
      this.findings.coversWorkspace,
    );
    this.changed.fire(undefined);
  }
}

const keys: Record<Grouping, (finding: Finding) => string> = {
  severity: ({ diagnostic }) => String(diagnostic.severity),
  rule: ({ diagnostic }) => ruleOf(diagnostic) ?? '',
  file: ({ uri }) => vscode.workspace.asRelativePath(uri),
};

const isGroup = (node: Node): node is Group => 'findings' in node;

function byPlace(a: Finding, b: Finding): number {
  return a.uri.path.localeCompare(b.uri.path) || a.diagnostic.range.start.compareTo(b.diagnostic.range.start);
}

function severityIcon(severity: vscode.DiagnosticSeverity): vscode.ThemeIcon {
  const { icon, color } = severities[severity];
  return new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));
}

function groupItem({ label, findings }: Group, grouping: Grouping): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = `${grouping}:${label}`;
  item.description = String(findings.length);
  item.contextValue = grouping;
  const [first] = findings;
  if (!first) return item;
  if (grouping === 'file') {
    item.resourceUri = first.uri;
    item.iconPath = vscode.ThemeIcon.File;
    return item;
  }
  const worst = Math.min(...findings.map(({ diagnostic }) => diagnostic.severity));
  item.iconPath = severityIcon(worst);
  if (grouping === 'severity') {
    item.label = severities[first.diagnostic.severity].label();
    item.collapsibleState = vscode.TreeItemCollapsibleState.Expanded;
  }
  return item;
}

/** The side bar is narrow: a finding is its rule and its place, what it says is told on hover. */
function findingItem({ uri, diagnostic }: Finding, grouping: Grouping): vscode.TreeItem {
  const { start } = diagnostic.range;
  const path = vscode.workspace.asRelativePath(uri);
  const place = `${path.slice(path.lastIndexOf('/') + 1)}:${start.line + 1}`;
  const rule = ruleOf(diagnostic) ?? diagnostic.message;
  const item = new vscode.TreeItem(grouping === 'rule' ? place : rule);
  item.description = { severity: place, rule: diagnostic.message, file: String(start.line + 1) }[grouping];
  item.tooltip = `${diagnostic.message}\n\n${path}:${start.line + 1}:${start.character + 1}`;
  item.contextValue = 'finding';
  if (grouping !== 'severity') item.iconPath = severityIcon(diagnostic.severity);
  item.command = {
    title: vscode.l10n.t('Open'),
    command: 'vscode.open',
    arguments: [uri, { selection: diagnostic.range, preserveFocus: true }],
  };
  return item;
}
