import { say } from '../../message';
import { dockerDocs } from '../../references';
import { replaceArguments, replaceKeyword } from '../model/edit';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'maintainer-deprecated',
  topic: 'C10',
  severity: 'warning',
  profile: 'all',
  title: 'MAINTAINER is deprecated',
  why: 'Docker has deprecated MAINTAINER since version 1.13. Tools that list images read the author from a label.',
  remedy: 'Write `LABEL org.opencontainers.image.authors="…"` instead.',
  aliases: [
    'DL4000',
    'buildkit:MaintainerDeprecated',
    'DS-0022',
    'CKV_DOCKER_6',
    'kics:99614418-f82b-4852-a9ae-5051402b741c',
  ],
  references: [
    dockerDocs('reference/dockerfile/#maintainer-deprecated', 'MAINTAINER'),
    {
      title: 'OCI image specification: annotations',
      url: 'https://github.com/opencontainers/image-spec/blob/main/annotations.md',
    },
  ],
  fix: 'safe',

  maintainer(maintainer, { report }) {
    const author = maintainer.argument;
    if (!author) return;
    report(maintainer.keyword, say`MAINTAINER is deprecated. Name the author in a LABEL.`, {
      tags: ['deprecated'],
      fix: {
        title: say`Replace MAINTAINER by a LABEL`,
        edits: [
          replaceKeyword(maintainer, 'LABEL'),
          replaceArguments(maintainer, `org.opencontainers.image.authors=${quoted(author.raw)}`),
        ],
      },
    });
  },
});

/** MAINTAINER takes its text as it is; a label's value must be quoted. */
const quoted = (text: string): string =>
  /^"[^"\\$]*"$/.test(text) ? text : `"${text.replace(/[\\"$]/g, '\\$&')}"`;
