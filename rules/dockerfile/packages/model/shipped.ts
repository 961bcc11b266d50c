import type { Settings } from '../../../settings';
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
  const { stages, finalStage } = dockerfile;
  if (finalStage?.lineage.includes(stage)) return true;
  if (target !== undefined) return false;
  return stages.some((other) => other.lineage.includes(stage) && !isTakenFrom(other, stages));
}

const isTakenFrom = (stage: Stage, stages: readonly Stage[]): boolean =>
  stages.some(
    (other) =>
      other.parent === stage ||
      other.sources.some(({ source }) => source.kind === 'stage' && source.stage === stage),
  );
