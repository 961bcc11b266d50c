import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import { baseImageOf, textOf } from './model/images';

export default dockerfileRule({
  id: 'base-image-latest',
  topic: 'C7',
  severity: 'info',
  profile: 'all',
  title: 'Base image with the tag `latest`',
  why: '`latest` is whatever was pushed last.',
  remedy: 'Name a version.',
  aliases: ['DL3007', 'kics:f45ea400-6bbe-4501-9fc7-1c3d75c32067'],
  references: [
    dockerDocs('build/building/best-practices/#pin-base-image-versions', 'Pin base image versions'),
  ],

  stage(stage, { report }) {
    const image = baseImageOf(stage);
    if (image?.tag !== 'latest' || image.reference.digest !== undefined) return;
    report(image.word, say`\`${textOf(image)}\` is whatever was pushed last. Name a version.`);
  },
});
