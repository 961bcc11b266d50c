import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import { baseImageOf, isFloating, textOf } from './model/images';

export default dockerfileRule({
  id: 'base-image-floating',
  topic: 'C7',
  severity: 'warning',
  profile: 'recommended',
  title: 'Base image without a fixed version',
  why: 'An image without a tag, or with `latest`, is whatever was pushed last: two builds of one file make different images, and nobody can tell what is in them.',
  remedy: 'Name a version, best with the digest that it stands for today: `debian:13.1-slim@sha256:…`.',
  aliases: ['CKV_DOCKER_7', 'DS-0001'],
  references: [
    dockerDocs('build/building/best-practices/#pin-base-image-versions', 'Pin base image versions'),
  ],

  stage(stage, { report }) {
    const image = baseImageOf(stage);
    if (!image || !isFloating(image)) return;
    report(image.word, say`\`${textOf(image)}\` is whatever was pushed last. Name a version.`);
  },
});
