import { say } from '../../message';
import { dockerDocs } from '../../references';
import { replaceWord } from '../model/edit';
import { dockerfileRule } from '../model/rule';
import { frontendOf, isDockers } from './model/frontend';

export default dockerfileRule({
  id: 'unpinned-frontend',
  topic: 'C4',
  severity: 'info',
  profile: 'all',
  title: 'Frontend without a version',
  why: 'The next major version of the Dockerfile syntax may read this file in another way, and master has what nobody has released yet.',
  remedy: 'Name the major version: `# syntax=docker/dockerfile:1` follows its releases.',
  aliases: [],
  references: [
    dockerDocs('build/buildkit/frontend/#stable-channel', 'Custom Dockerfile syntax, stable channel'),
  ],
  fix: 'safe',

  file(dockerfile, { report }) {
    const frontend = frontendOf(dockerfile);
    if (!frontend || !isDockers(frontend) || frontend.reference.digest !== undefined) return;
    const { tag } = frontend.reference;
    if (tag !== undefined && /\d/.test(tag)) return;
    const isStable =
      (tag === undefined || tag === 'latest') && frontend.reference.familiarName === 'docker/dockerfile';
    report(
      frontend.span,
      say`The frontend ${frontend.name} has no version. Name the major one: docker/dockerfile:1.`,
      isStable
        ? {
            fix: {
              title: say`Use docker/dockerfile:1`,
              edits: [replaceWord(frontend.span, 'docker/dockerfile:1')],
            },
          }
        : {},
    );
  },
});
