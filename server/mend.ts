import { type Finding, type Fix, lint, type TextEdit, type Workspace } from '../rules/index';
import { EditedText, fitsBeside, type RuleEdit } from './edited-text';

/** A file after its findings are mended. */
export interface Mended {
  readonly uri: string;
  /** Edits of the text as it was. */
  readonly edits: readonly RuleEdit[];
  /** How many findings were mended. */
  readonly count: number;
}

/** A fix can uncover another finding; so many times are the files linted again. */
const maxRounds = 10;

/** The first fix that keeps what the file does apart from the mistake. */
export const safeFix = ({ fixes }: Finding): Fix | undefined => fixes.find(({ safety }) => safety === 'safe');

/** The edits of a fix that changes one file only; undefined for those that reach further. */
export function ownEdits(fix: Fix, uri: string): readonly TextEdit[] | undefined {
  const changes = fix.changes();
  const edits = changes.flatMap((change) =>
    change.kind === 'edit' && change.uri === uri ? [change.edits] : [],
  );
  return edits.length === changes.length ? edits.flat() : undefined;
}

/**
 * Makes the chosen fixes of some files and lints them again, until nothing is left to mend. Of edits that overlap the first
 * is made, the others in the next round.
 * @param workspace is changed: give a copy.
 * @param languageId the editor's language of a file that is open.
 */
export async function mend(
  workspace: Workspace,
  uris: readonly string[],
  choose: (finding: Finding) => Fix | undefined,
  languageId: (uri: string) => string | undefined,
  rest: () => Promise<void> = async () => {},
): Promise<Mended[]> {
  const files = uris.map((uri) => new FileMender(workspace, uri, choose, languageId(uri)));
  let open = files;
  for (let round = 0; round < maxRounds && open.length > 0; round++) {
    const changed: FileMender[] = [];
    for (const file of open) {
      if (file.mend()) changed.push(file);
      await rest();
    }
    open = changed;
  }
  return files.flatMap((file) => file.result ?? []);
}

class FileMender {
  #edited: EditedText | undefined;
  #count = 0;
  /** How many findings of each rule were left to mend when last looked at. */
  readonly #left = new Map<string, number>();

  constructor(
    private readonly workspace: Workspace,
    private readonly uri: string,
    private readonly choose: (finding: Finding) => Fix | undefined,
    private readonly languageId: string | undefined,
  ) {}

  get result(): Mended | undefined {
    return this.#edited && { uri: this.uri, edits: this.#edited.edits, count: this.#count };
  }

  /** Makes what can be made at once. @returns false where nothing was left to make. */
  mend(): boolean {
    const report = this.workspace.report(this.uri);
    const edits = report ? this.#collect() : [];
    if (!report || edits.length === 0) return false;
    this.#edited ??= new EditedText(report.text);
    this.#edited.apply(edits);
    const source = { uri: this.uri, text: this.#edited.text };
    const named = this.languageId === undefined ? source : { ...source, languageId: this.languageId };
    this.workspace.update(lint(named, report.settings, report));
    return true;
  }

  #collect(): RuleEdit[] {
    const taken: RuleEdit[] = [];
    for (const [rule, fixes] of this.#fixesByRule()) {
      // A fix that does not make its finding go away would be made over and over.
      if (fixes.length >= (this.#left.get(rule) ?? Number.POSITIVE_INFINITY)) continue;
      this.#left.set(rule, fixes.length);
      for (const fix of fixes) {
        const edits = ownEdits(fix, this.uri);
        if (!edits || edits.length === 0 || !fitsBeside(edits, taken)) continue;
        taken.push(...edits.map((edit) => ({ ...edit, rule })));
        this.#count += 1;
      }
    }
    return taken;
  }

  #fixesByRule(): Map<string, Fix[]> {
    const byRule = new Map<string, Fix[]>();
    for (const finding of this.workspace.findings(this.uri).findings) {
      const fix = this.choose(finding);
      if (fix) byRule.set(finding.rule, [...(byRule.get(finding.rule) ?? []), fix]);
    }
    return byRule;
  }
}
