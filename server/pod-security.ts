import type {
  CodeAction,
  CodeLens,
  CodeLensParams,
  Connection,
  ExecuteCommandParams,
  Range,
} from 'vscode-languageserver';
import { type HardenedLevel, type PodLevel, podLevels } from '../rules/index';
import type { ClientAbilities } from './capabilities';
import { type ActionData, type Deeds, isActionData } from './deeds';
import { t } from './l10n';
import type { Scope } from './scope';
import { canonical } from './uris';
import type { WorkspaceIndex } from './workspace-index';

export const hardenCommand = 'seaworthy.hardenPod';

/** Hardening changes more than a finding: it is offered with what rewrites code. */
export const hardenKind = 'refactor.rewrite.seaworthy';

interface PlacedLevel {
  readonly level: PodLevel;
  readonly range: Range;
}

/** Tells above each pod template how far it is from each level of the Pod Security Standards, and takes it there. */
export class PodSecurity {
  constructor(
    private readonly connection: Connection,
    private readonly index: WorkspaceIndex,
    private readonly scope: Scope,
    private readonly deeds: Deeds,
    private readonly client: () => ClientAbilities,
  ) {}

  async lenses({ textDocument }: CodeLensParams): Promise<CodeLens[]> {
    await this.index.settle();
    const uri = canonical(textDocument.uri);
    const { showsPodSecurity } = await this.scope.editor.of(this.scope.folders.holding(uri));
    if (!showsPodSecurity) return [];
    return this.#levels(uri).flatMap(({ level, range }) => [
      { range, command: { title: levelText(level), command: '' } },
      ...(this.client().appliesEdits ? hardeningsOf(level) : []).map((to) => ({
        range,
        command: {
          title: lensTitle(to),
          command: hardenCommand,
          arguments: [hardenData(uri, range, to)],
        },
      })),
    ]);
  }

  /** What can be done about the pods whose key stands on the chosen lines. */
  actions(uri: string, { start, end }: Range): CodeAction[] {
    return this.#levels(uri)
      .filter(({ range }) => range.start.line >= start.line && range.start.line <= end.line)
      .flatMap(({ level, range }) =>
        hardeningsOf(level).map((to) => ({
          title: actionTitle(level, to),
          kind: hardenKind,
          data: hardenData(uri, range, to),
        })),
      );
  }

  /** Does what a lens says. */
  async execute({ command, arguments: [data] = [] }: ExecuteCommandParams): Promise<void> {
    if (command !== hardenCommand || !isActionData(data) || data.deed.kind !== 'harden') return;
    await this.index.settle();
    const edit = await this.deeds.edit(data);
    await this.connection.workspace.applyEdit({ label: lensTitle(data.deed.level), edit });
  }

  #levels(uri: string): PlacedLevel[] {
    const report = this.index.report(uri);
    const lines = this.index.lines(uri);
    return report && lines
      ? podLevels(report).map((level) => ({ level, range: lines.range(level.span) }))
      : [];
  }
}

const hardenData = (uri: string, range: Range, level: HardenedLevel): ActionData => ({
  uri,
  deed: { kind: 'harden', range, level },
});

/** The levels above that of a pod. */
const hardeningsOf = ({ missing }: PodLevel): HardenedLevel[] =>
  (['baseline', 'restricted'] as const).filter((level) => missing[level] > 0);

function levelText({ level, missing: { restricted } }: PodLevel): string {
  if (restricted === 0) return t`Pod Security: ${level}`;
  return restricted === 1
    ? t`Pod Security: ${level}, 1 finding from restricted`
    : t`Pod Security: ${level}, ${restricted} findings from restricted`;
}

const lensTitle = (level: HardenedLevel): string =>
  level === 'baseline' ? t`Harden to baseline` : t`Harden to restricted`;

const actionTitle = ({ title }: PodLevel, level: HardenedLevel): string =>
  level === 'baseline' ? t`Harden ${title} to baseline` : t`Harden ${title} to restricted`;
