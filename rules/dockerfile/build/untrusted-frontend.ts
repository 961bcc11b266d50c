import { say } from '../../message';
import { dockerDocs } from '../../references';
import { replaceWord } from '../model/edit';
import { dockerfileRule } from '../model/rule';
import { frontendOf, isDockers } from './model/frontend';

export default dockerfileRule({
  id: 'untrusted-frontend',
  topic: 'C4',
  severity: 'warning',
  profile: 'recommended',
  title: "Dockerfile is read by somebody else's frontend",
  why: 'The image that `# syntax=` names decides what the build does: it can add instructions that nobody sees in the file, and it gets the build context, the secrets and the credentials of registries.',
  remedy:
    "Use `docker/dockerfile:1`, or pin the other frontend by digest after you have looked at it. A mirror of Docker's own is best named by digest too.",
  aliases: [],
  references: [dockerDocs('build/buildkit/frontend/', 'Custom Dockerfile syntax')],
  fix: 'review',

  file(dockerfile, { report }) {
    const frontend = frontendOf(dockerfile);
    if (
      !frontend ||
      isDockers(frontend) ||
      isMirror(frontend.name) ||
      frontend.reference.digest !== undefined
    )
      return;
    report(
      frontend.span,
      say`The frontend ${frontend.name} reads this file and decides what is built. Use docker/dockerfile:1, or pin it by digest.`,
      {
        fix: {
          title: say`Use docker/dockerfile:1`,
          edits: [replaceWord(frontend.span, 'docker/dockerfile:1')],
        },
      },
    );
  },
});

/** Registries of one's own that hold Docker's frontend under its name. */
const isMirror = (name: string): boolean => /(?:^|\/)docker\/dockerfile(?:-upstream)?(?:[:@]|$)/.test(name);
