import type { Stage } from '../../model/stage';

/** The stages whose whole line, from the image at the bottom to all that is built on it, lacks something. */
export const stagesWithout = (stages: readonly Stage[], has: (stage: Stage) => boolean): readonly Stage[] => {
  const roots = new Set(stages.filter(has).map(({ root }) => root));
  return stages.filter(({ root }) => !roots.has(root));
};
