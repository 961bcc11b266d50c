import { applyEdits, type Change, type Finding, type Fix, overlaps, type TextEdit } from '../../rules/index';
import { encode } from '../files/encoding';
import { hashOf } from '../files/hash';
import { readSource, whyOf } from '../files/local-files';
import { pathOf } from '../files/paths';
import { replaceFile, writeNew } from '../files/replace';
import { t } from '../l10n';
import type { Audit } from './audit';
import { isSafe, type WantedFixes } from './lint-file';
import { ChangedMeanwhile } from './texts';

/** A file before and after its fixes; a new file has no before. */
export interface FixedFile {
  readonly uri: string;
  readonly before: string | undefined;
  readonly after: string;
}

/** More rounds than the fixes of one place can need that come one after another. */
const maxRounds = 25;

/**
 * Makes the wanted fixes in the audit's texts, again and again until none is left: fixes that touch each other are made one
 * after another, each in the text that the one before has left. Writes nothing.
 */
export function fixAll(audit: Audit, wanted: WantedFixes): FixedFile[] {
  const before = new Map<string, string | undefined>();
  let left = Number.POSITIVE_INFINITY;
  for (let round = 0; round < maxRounds; round++) {
    const { edits, newFiles, count, fixable } = chooseFixes(audit, wanted);
    // Two rules that undo each other's fixes would go on for ever.
    if (count === 0 || fixable >= left) break;
    const texts = textsOf(edits.keys(), audit);
    if (!texts) continue;
    left = fixable;
    audit.fixed(count);
    for (const [uri, { text, neighbour }] of newFiles) {
      before.set(uri, undefined);
      audit.texts.keep(uri, text);
      audit.addBeside(uri, text, neighbour);
    }
    for (const [uri, text] of texts) {
      if (!before.has(uri)) before.set(uri, text);
      const after = applyEdits(text, edits.get(uri) ?? []);
      audit.texts.keep(uri, after);
      audit.addAgain(uri, after);
    }
  }
  return [...before].map(([uri, text]) => ({ uri, before: text, after: audit.texts.get(uri) }));
}

/** The texts to edit. Files that are others by now are taken out, and then fixes have to be chosen anew: undefined. */
function textsOf(uris: Iterable<string>, audit: Audit): ReadonlyMap<string, string> | undefined {
  const texts = new Map<string, string>();
  let isComplete = true;
  for (const uri of uris) {
    try {
      texts.set(uri, audit.texts.get(uri));
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) throw error;
      audit.problem(pathOf(uri), t`Not fixed: ${error.message}.`);
      audit.remove(uri);
      isComplete = false;
    }
  }
  return isComplete ? texts : undefined;
}

interface NewFile {
  readonly text: string;
  /** The file whose finding it mends. */
  readonly neighbour: string;
}

interface Chosen {
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
  readonly newFiles: ReadonlyMap<string, NewFile>;
  readonly count: number;
  /** How many findings have a wanted fix, with those that have to wait for the next round. */
  readonly fixable: number;
}

/** The first wanted fix of each finding, as many as can be made at once. */
function chooseFixes(audit: Audit, wanted: WantedFixes): Chosen {
  const edits = new Map<string, TextEdit[]>();
  const newFiles = new Map<string, NewFile>();
  let count = 0;
  let fixable = 0;
  for (const uri of audit.uris) {
    for (const finding of audit.findings(uri)) {
      const changes = wantedChanges(finding, wanted);
      if (changes.length === 0) continue;
      fixable += 1;
      if (!changes.every((change) => isFree(change, edits, newFiles, audit))) continue;
      count += 1;
      for (const change of changes) {
        if (change.kind === 'create') newFiles.set(change.uri, { text: change.text, neighbour: uri });
        else edits.set(change.uri, [...(edits.get(change.uri) ?? []), ...change.edits]);
      }
    }
  }
  return { edits, newFiles, count, fixable };
}

/** What leaves a blank would be left half done. */
const needsLook = ({ safety }: Fix): boolean => safety === 'review';

/** A safe fix where there is one, else the first of those that want a look. */
function wantedChanges({ fixes }: Finding, wanted: WantedFixes): readonly Change[] {
  const fix = fixes.find(isSafe) ?? (wanted === 'all' ? fixes.find(needsLook) : undefined);
  return fix?.changes() ?? [];
}

function isFree(
  change: Change,
  edits: ReadonlyMap<string, readonly TextEdit[]>,
  newFiles: ReadonlyMap<string, NewFile>,
  audit: Audit,
): boolean {
  if (change.kind === 'create') return !newFiles.has(change.uri) && !audit.texts.has(change.uri);
  const taken = edits.get(change.uri) ?? [];
  return (
    audit.texts.has(change.uri) &&
    change.edits.every((edit) => taken.every((other) => !overlaps(edit.span, other.span)))
  );
}

/**
 * Writes fixed files. One that cannot be written, or that is no more what was audited, stays as it is and counts as it was.
 */
export async function writeFixed(files: readonly FixedFile[], audit: Audit): Promise<void> {
  for (const file of files) {
    const path = pathOf(file.uri);
    try {
      await writeOne(path, file);
      audit.texts.note(file.uri, hashOf(file.after));
    } catch (error) {
      audit.problem(path, t`Not fixed: ${whyOf(error)}.`);
      if (file.before === undefined) {
        audit.remove(file.uri);
        continue;
      }
      audit.texts.note(file.uri, hashOf(file.before));
      audit.addAgain(file.uri, file.before);
    }
  }
}

async function writeOne(path: string, { uri, before, after }: FixedFile): Promise<void> {
  if (before === undefined) return writeNew(path, encode({ text: after, encoding: 'utf-8' }));
  const source = readSource(path);
  if (source.kind !== 'text' || source.text !== before) throw new ChangedMeanwhile(uri);
  await replaceFile(path, encode({ text: after, encoding: source.encoding }));
}
