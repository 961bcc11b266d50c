import type { Hover, HoverParams } from 'vscode-languageserver';
import { type Finding, type RuleAbout, ruleById, type Span } from '../rules/index';
import type { ClientAbilities } from './capabilities';
import { howToIgnore, howToIgnoreByPath, reasons, ruleLink, severityName, sureness } from './explain';
import type { Findings } from './findings';
import { allowsComments } from './ignore-comments';
import { shown, translated } from './l10n';
import { plainText } from './markdown';
import type { OpenDocuments } from './open-documents';
import { canonical } from './uris';
import type { WorkspaceIndex } from './workspace-index';

/** Explains the findings at a place. */
export class Hovers {
  constructor(
    private readonly index: WorkspaceIndex,
    private readonly findings: Findings,
    private readonly documents: OpenDocuments,
    private readonly client: () => ClientAbilities,
  ) {}

  async at({ textDocument, position }: HoverParams): Promise<Hover | undefined> {
    await this.index.settle();
    const uri = canonical(textDocument.uri);
    const lines = this.index.lines(uri);
    if (!lines) return undefined;
    const offset = lines.offset(position);
    const found = this.findings
      .of(uri)
      .filter(({ span }) => span.start <= offset && offset <= span.end)
      .sort((a, b) => length(a.span) - length(b.span));
    const [narrowest] = found;
    if (!narrowest) return undefined;
    const { markdownHover } = this.client();
    const languageId = this.documents.get(uri)?.languageId;
    const toIgnore = allowsComments({ uri, languageId }) ? howToIgnore : howToIgnoreByPath;
    const texts = found.flatMap((finding) => {
      const rule = ruleById(finding.rule);
      return rule
        ? [markdownHover ? inMarkdown(finding, rule, toIgnore(rule.id)) : inPlainText(finding, rule)]
        : [];
    });
    return {
      range: lines.range(narrowest.span),
      contents: {
        kind: markdownHover ? 'markdown' : 'plaintext',
        value: texts.join(markdownHover ? '\n\n---\n\n' : '\n\n'),
      },
    };
  }
}

const length = ({ start, end }: Span): number => end - start;

function inMarkdown(finding: Finding, rule: RuleAbout, toIgnore: string): string {
  return [
    `**${translated(rule.title)}**: ${severityName(finding.severity)}, ${sureness(finding.confidence)}, ${ruleLink(rule.id)}`,
    plainText(shown(finding.message)),
    ...reasons(rule),
    toIgnore,
  ].join('\n\n');
}

const inPlainText = (finding: Finding, rule: RuleAbout): string =>
  [
    `${translated(rule.title)} (${severityName(finding.severity)}, ${rule.id})`,
    shown(finding.message),
    translated(rule.why),
    translated(rule.remedy),
    ...rule.references.map(({ title, url }) => `${title}: ${url}`),
  ].join('\n');
