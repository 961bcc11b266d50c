import type { Severity } from '../../finding';
import type { Dockerfile } from './dockerfile';
import type { Stage } from './stage';

/** True where the layers of a stage are layers of the image. */
export const isInImage = (stage: Stage | undefined, { finalStage }: Dockerfile): boolean =>
  stage !== undefined && (finalStage?.lineage.includes(stage) ?? false);

/** What leaks into the image is worse than what stays in the cache of the builder. */
export const severityIn = (stage: Stage | undefined, dockerfile: Dockerfile): Severity =>
  isInImage(stage, dockerfile) ? 'error' : 'warning';
