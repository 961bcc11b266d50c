import type { Settings } from '../../../settings';
import { derived } from '../../model/derived';
import type { Dockerfile } from '../../model/dockerfile';
import type { Stage } from '../../model/stage';

/**
 * True where the layers of a stage are layers of an image that somebody may get: of the target where one is set, else of
 * any stage that no other stage builds on or copies from, since each of these may be a target.
 */
export function isShipped(
  stage: Stage | undefined,
  dockerfile: Dockerfile,
  { target }: Pick<Settings, 'target'>,
): boolean {
  if (!stage) return false;
  if (dockerfile.finalStage?.lineage.includes(stage)) return true;
  if (target !== undefined) return false;
  return endsOf(dockerfile).has(stage);
}

/** The stages that nothing is taken from, with those that they are built on: each may be built by its name. */
const endsOf = derived(({ stages }: Dockerfile): ReadonlySet<Stage> => {
  const taken = new Set(
    stages.flatMap(({ parent, sources }) => [
      parent,
      ...sources.map(({ source }) => (source.kind === 'stage' ? source.stage : undefined)),
    ]),
  );
  return new Set(stages.filter((stage) => !taken.has(stage)).flatMap(({ lineage }) => lineage));
});
