import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import { baseImageOf } from './model/images';

export default dockerfileRule({
  id: 'base-image-untagged',
  topic: 'C7',
  severity: 'info',
  profile: 'all',
  title: 'Base image with neither tag nor digest',
  why: 'Without a tag the image is `latest`, which means whatever was pushed last.',
  remedy: 'Name a version.',
  aliases: ['DL3006', 'kics:9efb0b2d-89c9-41a3-91ca-dcc0aec911fd'],
  references: [
    dockerDocs('build/building/best-practices/#pin-base-image-versions', 'Pin base image versions'),
  ],

  stage(stage, { report }) {
    const image = baseImageOf(stage);
    if (!image?.isWhole || image.reference.tag !== undefined || image.reference.digest !== undefined) return;
    report(image.word, say`\`${image.reference.text}\` has no tag. Name a version.`);
  },
});
