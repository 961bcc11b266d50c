import { endOfLifeOf } from '../../images/end-of-life';
import { say } from '../../message';
import { dockerDocs } from '../../references';
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
      const { effectiveRegistry: registry, repository, tag } = reference;
      const [ended] = isWhole ? endOfLifeOf({ registry, repository, tag }) : [];
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
