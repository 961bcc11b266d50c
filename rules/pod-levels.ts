import { levelsOfDocument, type PodLevel } from './kubernetes/model/levels';
import { parseVersion } from './kubernetes/model/version';
import type { FileReport } from './linter';
import type { Part } from './report';
import { shift, shiftEdits } from './text';

/** Worked out when somebody asks, and once for each document: a part that an edit did not touch keeps its levels. */
const known = new WeakMap<Part, readonly PodLevel[]>();

/** Where each pod template of a file stands among the levels of Pod Security. */
export function podLevels(report: FileReport): readonly PodLevel[] {
  return report.parts.flatMap(({ part, offset }) =>
    levelsOf(part, report).map((found) => ({
      ...found,
      span: shift(found.span, offset),
      harden: (level) => shiftEdits(found.harden(level), offset),
    })),
  );
}

function levelsOf(part: Part, { settings }: FileReport): readonly PodLevel[] {
  const before = known.get(part);
  if (before) return before;
  const made = levelsOfDocument(part.text, parseVersion(settings.kubernetesVersion) ?? { minor: 999 });
  known.set(part, made);
  return made;
}
