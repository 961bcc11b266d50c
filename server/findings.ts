import {
  type CodeDescription,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
} from 'vscode-languageserver';
import { type Finding, type RuleAbout, rules, type Severity, type Tag } from '../rules/index';
import { type ClientAbilities, isRecord } from './capabilities';
import { type ConfigurationFiles, isConfiguration } from './configuration-files';
import type { Disk } from './disk';
import { shown } from './l10n';
import type { OpenDocuments } from './open-documents';
import { rulePage } from './pages';
import { Lines } from './positions';
import type { WorkspaceIndex } from './workspace-index';

export const source = 'seaworthy';

/** A fix that can be asked for: what a code action shows before anyone works the fix out. */
export interface OfferedFix {
  /** Which of the finding's fixes it is. */
  readonly index: number;
  readonly title: string;
  readonly isPreferred: boolean;
}

/** What a diagnostic of ours carries from the server to the client and back with a request for code actions. */
export interface DiagnosticData {
  readonly fixes: readonly OfferedFix[];
}

export const isOfferedFix = (fix: unknown): fix is OfferedFix =>
  isRecord(fix) && typeof fix.index === 'number' && typeof fix.title === 'string';

export const isDiagnosticData = (data: unknown): data is DiagnosticData =>
  isRecord(data) && Array.isArray(data.fixes) && data.fixes.every(isOfferedFix);

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

const tags: Readonly<Record<Tag, DiagnosticTag>> = {
  unnecessary: DiagnosticTag.Unnecessary,
  deprecated: DiagnosticTag.Deprecated,
};

/** Findings that other files can add or take away; not to be told before those files are read. */
const needOtherFiles: ReadonlySet<string> = new Set([
  ...(rules as readonly (RuleAbout & { family: string })[])
    .filter(({ family }) => family === 'workspace')
    .map(({ id }) => id),
  'unused-suppression',
]);

/** The findings of each file, as the library has them and as diagnostics of the protocol. */
export class Findings {
  constructor(
    private readonly index: WorkspaceIndex,
    private readonly disk: Disk,
    private readonly documents: OpenDocuments,
    private readonly configurations: ConfigurationFiles,
    private readonly client: () => ClientAbilities,
  ) {}

  of(uri: string): readonly Finding[] {
    const { findings } = this.index.findings(uri);
    return this.disk.isComplete ? findings : findings.filter(({ rule }) => !needOtherFiles.has(rule));
  }

  revision(uri: string): string {
    return `${this.index.revision(uri)}/${this.disk.isComplete}`;
  }

  async diagnostics(uri: string): Promise<Diagnostic[]> {
    if (isConfiguration(uri)) return this.#configurationDiagnostics(uri);
    const lines = this.index.lines(uri);
    return lines ? this.of(uri).map((finding) => this.diagnostic(finding, lines)) : [];
  }

  diagnostic(finding: Finding, lines: Lines): Diagnostic {
    const codeDescription: CodeDescription = { href: rulePage(finding.rule) };
    const data: DiagnosticData = { fixes: this.#offeredFixes(finding) };
    const related = finding.related.flatMap(({ uri, span, message }) => {
      const range = this.index.lines(uri)?.range(span);
      return range
        ? [{ location: { uri: this.documents.spelling(uri), range }, message: shown(message) }]
        : [];
    });
    return {
      range: lines.range(finding.span),
      severity: severities[finding.severity],
      code: finding.rule,
      codeDescription,
      source,
      message: shown(finding.message),
      ...(finding.tags.length > 0 && { tags: finding.tags.map((tag) => tags[tag]) }),
      ...(related.length > 0 && { relatedInformation: related }),
      data,
    };
  }

  #offeredFixes({ fixes }: Finding): OfferedFix[] {
    const { createsFiles } = this.client();
    return fixes
      .map((fix, index) => ({ fix, index }))
      .filter(({ fix }) => createsFiles || fix.changes().every(({ kind }) => kind === 'edit'))
      .map(({ fix, index }) => ({ index, title: shown(fix.title), isPreferred: fix.preferred }));
  }

  async #configurationDiagnostics(uri: string): Promise<Diagnostic[]> {
    const file = await this.configurations.at(uri);
    if (!file) return [];
    const lines = new Lines(file.text);
    return file.problems.map(({ span, message, severity }) => ({
      range: lines.range(span),
      severity: severities[severity],
      code: 'configuration',
      source,
      message: shown(message),
    }));
  }
}
