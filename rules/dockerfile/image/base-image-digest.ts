import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import { imagesOf } from './model/images';

export default dockerfileRule({
  id: 'base-image-digest',
  topic: 'C7',
  severity: 'info',
  profile: 'all',
  title: 'Image without a digest',
  why: 'A tag can be moved to another image by whoever may push to the registry. A digest names one image for ever.',
  remedy:
    'Add the digest that the tag stands for: `debian:13@sha256:…`. Tools such as Renovate keep it up to date.',
  aliases: [],
  references: [
    dockerDocs('build/building/best-practices/#pin-base-image-versions', 'Pin base image versions'),
  ],

  stage(stage, { report }) {
    for (const { reference, word, isWhole } of imagesOf(stage))
      if (isWhole && reference.digest === undefined)
        report(
          word,
          say`Whoever may push to ${reference.effectiveRegistry} can put another image behind \`${reference.text}\`. Add the digest.`,
        );
  },
});
