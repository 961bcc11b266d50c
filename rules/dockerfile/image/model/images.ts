import type { ImageReference } from '../../../images/reference';
import type { Instruction } from '../../model/instructions';
import type { Stage } from '../../model/stage';
import type { Word } from '../../model/word';

/** An image that a stage takes something from. */
export interface UsedImage {
  readonly reference: ImageReference;
  /** Where it is named. */
  readonly word: Word;
  /** The instruction, for messages: FROM, COPY or RUN. */
  readonly title: string;
}

/** The image that a stage stands on; undefined for an earlier stage, `scratch` and what is not known. */
export function baseImageOf({ parent, from }: Stage): UsedImage | undefined {
  const { reference, image, title } = from;
  if (parent || !reference || !image || image.known === 'scratch') return undefined;
  return { reference, word: image, title };
}

/** The images that COPY --from and RUN --mount from= take files from. */
export const copiedImagesOf = (stage: Stage): readonly UsedImage[] =>
  stage.sources.flatMap(({ source, instruction }) => {
    if (source.kind === 'stage' || !source.reference || /^\d+$/.test(source.name)) return [];
    const word = namesIn(instruction).find(({ known }) => known === source.name);
    return word ? [{ reference: source.reference, word, title: instruction.title }] : [];
  });

function namesIn(instruction: Instruction): readonly Word[] {
  if (instruction.kind === 'copy') return instruction.from ? [instruction.from] : [];
  if (instruction.kind === 'run') return instruction.mounts.flatMap(({ from }) => (from ? [from] : []));
  return [];
}

/** All images that a stage takes from anywhere. */
export function imagesOf(stage: Stage): readonly UsedImage[] {
  const base = baseImageOf(stage);
  return base ? [base, ...copiedImagesOf(stage)] : copiedImagesOf(stage);
}

/** True where the name can mean another image tomorrow: `latest`, which is also meant by no tag. */
export const isFloating = ({ tag, digest }: ImageReference): boolean =>
  digest === undefined && (tag ?? 'latest') === 'latest';
