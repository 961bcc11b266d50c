import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import { copiedImagesOf, isFloating, textOf } from './model/images';

export default dockerfileRule({
  id: 'copied-image-floating',
  topic: 'C7',
  severity: 'warning',
  profile: 'recommended',
  title: 'Files from an image without a fixed version',
  why: 'COPY --from and `--mount` take what was pushed last under this name: a program may change between two builds of one file.',
  remedy: 'Name a version, best with its digest: `COPY --from=busybox:1.37@sha256:…`.',
  aliases: [],
  references: [
    dockerDocs('build/building/best-practices/#pin-base-image-versions', 'Pin base image versions'),
  ],

  kinds: ['copy', 'run', 'onbuild'],
  stage(stage, { report }) {
    for (const image of copiedImagesOf(stage))
      if (isFloating(image))
        report(
          image.word,
          say`${image.instruction.title} takes files from \`${textOf(image)}\`, which is whatever was pushed last. Name a version.`,
        );
  },
});
