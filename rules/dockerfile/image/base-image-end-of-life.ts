import { type EndOfLife, endOfLifeOf } from '../../images/end-of-life';
import { parseReference } from '../../images/reference';
import { say } from '../../message';
import { dockerDocs } from '../../references';
import { remembered } from '../../remembered';
import { dockerfileRule } from '../model/rule';
import { imagesOf } from './model/images';

export default dockerfileRule({
  id: 'base-image-end-of-life',
  topic: 'A5',
  severity: 'warning',
  profile: 'recommended',
  title: 'Image past its end of life',
  why: 'A release past its end of life gets no security fixes: what is found in it stays open in all that is built on it.',
  remedy: 'Move to a release that is still maintained.',
  aliases: [],
  references: [
    { title: 'endoflife.date', url: 'https://endoflife.date/' },
    dockerDocs('build/building/best-practices/#rebuild-your-images-often', 'Rebuild your images often'),
  ],

  stage(stage, { report }) {
    for (const { reference, word, isWhole } of imagesOf(stage)) {
      const ended = isWhole ? endOf(reference.text) : undefined;
      if (!ended) continue;
      const what = `${ended.product} ${ended.cycle}`;
      report(
        word,
        ended.since === undefined
          ? say`${what} gets no security fixes any more. Move to a maintained release.`
          : say`${what} gets no security fixes since ${ended.since}. Move to a maintained release.`,
      );
    }
  },
});

/** What of an image is past its end, by its reference. */
const endOf = remembered((image: string): EndOfLife | undefined => {
  const reference = parseReference(image);
  if (!reference) return undefined;
  const { effectiveRegistry: registry, repository, tag } = reference;
  return endOfLifeOf({ registry, repository, tag })[0];
});
