import { bareImages } from '../../../data/bare-images';
import type { Dockerfile } from '../../model/dockerfile';
import type { Instruction } from '../../model/instructions';
import { platformArguments } from '../../model/scope';
import type { Stage } from '../../model/stage';

/** The names that an instruction makes known to those behind it. */
export function declaredBy(instruction: Instruction): readonly string[] {
  if (instruction.kind === 'env') return instruction.pairs.map(({ name }) => name.expanded.value);
  return instruction.kind === 'arg' ? instruction.pairs.map(({ name }) => name.raw) : [];
}

/** The names that are known where a stage begins, as far as the file tells. */
export const declaredBelow = ({ parent }: Stage): readonly string[] => [
  'PATH',
  ...(parent?.lineage.flatMap((stage) => stage.own.flatMap(declaredBy)) ?? []),
];

/** True where the base image sets nothing but PATH: what the file does not declare is surely unset. */
export function hasKnownEnvironment(stage: Stage): boolean {
  if (stage.isScratch) return !stage.isWindows;
  const image = stage.baseImage;
  return image?.effectiveRegistry === 'docker.io' && bareImages.has(image.familiarName);
}

/** The arguments that FROM knows and a stage does not, unless it declares them itself. */
export const isOuterArgument = (name: string, { globalArgs }: Dockerfile): boolean =>
  platformArguments.has(name) || globalArgs.some((instruction) => declaredBy(instruction).includes(name));

/** True for what the base image may set itself: `PYTHON_VERSION` of an image called python. */
export function mayComeFromBase(name: string, stage: Stage): boolean {
  const image = stage.baseImage;
  const [subject = ''] = name.toLowerCase().split('_');
  return !image || subject === 'java' || (/_/.test(name) && image.repository.includes(subject));
}
