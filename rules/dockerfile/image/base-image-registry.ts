import { isAllowedRegistry } from '../../images/registries';
import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import { imagesOf, textOf, type UsedImage } from './model/images';

export default dockerfileRule({
  id: 'base-image-registry',
  topic: 'C9',
  severity: 'error',
  profile: 'recommended',
  title: 'Image from a registry that is not allowed',
  why: 'What is built on an image from elsewhere holds what nobody of yours has checked. The list of allowed registries is yours: without one, this rule is silent.',
  remedy: 'Take the image from a registry of the list, or add its registry to `allowedRegistries`.',
  aliases: ['DL3026'],
  references: [
    dockerDocs('build/building/best-practices/#choose-the-right-base-image', 'Choose the right base image'),
  ],

  stage(stage, { report, settings }) {
    for (const image of imagesOf(stage)) {
      if (image.registry === undefined || isAllowed(image, settings.allowedRegistries)) continue;
      report(
        image.word,
        say`${image.instruction.title} takes \`${textOf(image)}\` from ${image.registry}, which is not among the allowed registries. Take it from one that is.`,
      );
    }
  },
});

/** Where only the registry is known, any entry below it may be meant. */
const isAllowed = ({ reference, registry, isWhole }: UsedImage, allowed: readonly string[]): boolean =>
  isWhole
    ? isAllowedRegistry(reference, allowed)
    : allowed.length === 0 || allowed.some((entry) => entry === registry || entry.startsWith(`${registry}/`));
