import { endOfLifeOf } from '../../images/end-of-life';
import { say } from '../../message';
import type { Reference } from '../../rule';
import { imageOf } from '../model/image';
import { kubernetesRule } from '../model/rule';

const endOfLifeDates: Reference = { title: 'endoflife.date', url: 'https://endoflife.date/' };

export default kubernetesRule({
  id: 'end-of-life-image',
  topic: 'A5',
  severity: 'warning',
  profile: 'recommended',
  title: 'Image past its end of life',
  why: 'A release past its end of life gets no security fixes: what is found in it stays open.',
  remedy: 'Move to a release that is still maintained.',
  aliases: [],
  references: [endOfLifeDates],

  container(container, { report }) {
    const image = imageOf(container);
    if (!image) return;
    const { tag, repository, effectiveRegistry } = image;
    const [ended] = endOfLifeOf({ registry: effectiveRegistry, repository, tag });
    if (!ended) return;
    const place = container.cursor.at('image');
    const what = `${ended.product} ${ended.cycle}`;
    if (ended.since === undefined)
      report(
        place,
        say`${container.title} runs on ${what}, which gets no security fixes any more. Move to a maintained release.`,
      );
    else
      report(
        place,
        say`${container.title} runs on ${what}, which gets no security fixes since ${ended.since}. Move to a maintained release.`,
      );
  },
});
