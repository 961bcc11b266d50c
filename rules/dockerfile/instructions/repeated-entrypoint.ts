import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import { reportOverridden } from './model/overridden';

export default dockerfileRule({
  id: 'repeated-entrypoint',
  topic: 'C10',
  severity: 'warning',
  profile: 'recommended',
  title: 'ENTRYPOINT that a later one of the stage replaces',
  why: 'Only the last ENTRYPOINT of a stage counts. The earlier one does nothing, though it looks as if it did.',
  remedy: 'Take out the one that is not meant.',
  aliases: ['DL4004', 'DS-0007', 'kics:6938958b-3f1a-451c-909b-baeee14bdc97'],
  alsoKnownAs: ['buildkit:MultipleInstructionsDisallowed'],
  references: [
    dockerDocs('reference/dockerfile/#entrypoint', 'Dockerfile reference, ENTRYPOINT'),
    dockerDocs('reference/build-checks/multiple-instructions-disallowed/', 'MultipleInstructionsDisallowed'),
  ],
  fix: 'review',

  kinds: ['entrypoint'],
  stage(stage, context) {
    reportOverridden(stage.ofKind('entrypoint'), context);
  },
});
