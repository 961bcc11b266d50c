import { type ImageReference, parseReference } from '../../../images/reference';
import { derived } from '../../model/derived';
import type { Instruction } from '../../model/instructions';
import type { Stage } from '../../model/stage';
import type { Word } from '../../model/word';

/** An image that a stage takes something from. */
export interface UsedImage {
  /** What is known of the reference; a variable that nobody tells stands in it as a name of no meaning. */
  readonly reference: ImageReference;
  /** False where only a part is known. */
  readonly isWhole: boolean;
  /** The registry that it surely comes from. */
  readonly registry: string | undefined;
  /** The tag that it surely has. */
  readonly tag: string | undefined;
  /** Where it is named. */
  readonly word: Word;
  /** The instruction that names it: FROM, COPY or RUN. */
  readonly instruction: Instruction;
}

/** The image that a stage stands on; undefined for an earlier stage, `scratch` and what is not known. */
export const baseImageOf = derived(({ parent, from }: Stage): UsedImage | undefined => {
  const { image } = from;
  return parent || !image || image.known === 'scratch' ? undefined : imageIn(image, from);
});

/** The images that COPY --from and RUN --mount from= take files from. */
export const copiedImagesOf = derived((stage: Stage): readonly UsedImage[] => {
  const images: UsedImage[] = [];
  for (const { source, instruction } of stage.sources) {
    if (source.kind === 'stage' || !source.reference || /^\d+$/.test(source.name)) continue;
    const word = namesIn(instruction).find(({ known }) => known === source.name);
    const image = word && imageIn(word, instruction);
    if (image) images.push(image);
  }
  return images;
});

function namesIn(instruction: Instruction): readonly Word[] {
  if (instruction.kind === 'copy') return instruction.from ? [instruction.from] : [];
  if (instruction.kind === 'run') return instruction.mounts.flatMap(({ from }) => (from ? [from] : []));
  return [];
}

/** All images that a stage takes from anywhere. */
export const imagesOf = derived((stage: Stage): readonly UsedImage[] => {
  const base = baseImageOf(stage);
  return base ? [base, ...copiedImagesOf(stage)] : copiedImagesOf(stage);
});

/** True where the name can mean another image tomorrow: `latest`, which is also meant by no tag. */
export const isFloating = ({ reference, tag, isWhole }: UsedImage): boolean =>
  reference.digest === undefined && (tag === 'latest' || (isWhole && tag === undefined));

/** The image as it is written; as the build takes it where the file tells it. */
export const textOf = ({ reference, word, isWhole }: UsedImage): string =>
  isWhole ? reference.text : word.value;

/** Stands for a variable that nobody tells. */
const unknown = 'x0unknown0x';

/** True for `build-$ARCH`, which may be a stage: their names have no `:` and no `/`. */
const mayBeStage = (text: string): boolean => text.includes(unknown) && !/[:/]/.test(text);

const isRegistryUnknown = (text: string): boolean =>
  (text.split('/', 1)[0] ?? '').includes(unknown) || mayBeStage(text);

/** Reads what is known of an image: of `ghcr.io/app:${TAG}` the registry, of `$IMAGE:latest` the tag. */
function imageIn(word: Word, instruction: Instruction): UsedImage | undefined {
  const { value, resolved } = word.expanded;
  const text = resolved ? value : value.replace(/\$\{[^}]*\}|\$\w+/g, unknown);
  const reference = parseReference(text);
  if (!reference) return undefined;
  const { effectiveRegistry, tag } = reference;
  return {
    reference,
    word,
    instruction,
    isWhole: resolved,
    registry: !resolved && isRegistryUnknown(text) ? undefined : effectiveRegistry,
    tag: tag?.includes(unknown) ? undefined : tag,
  };
}
