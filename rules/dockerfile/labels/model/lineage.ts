import type { Stage } from '../../model/stage';

/**
 * The stages that lack something. As soon as one has it, so do those that it stands on and all that later stand on any of
 * these.
 */
export function stagesWithout(stages: readonly Stage[], has: (stage: Stage) => boolean): readonly Stage[] {
  const good = new Set<Stage>();
  for (const stage of stages)
    if (has(stage) || (stage.parent && good.has(stage.parent)))
      for (const one of stage.lineage) good.add(one);
  return stages.filter((stage) => !good.has(stage));
}
