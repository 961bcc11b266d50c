import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import { reportOverridden } from './model/overridden';

export default dockerfileRule({
  id: 'repeated-healthcheck',
  topic: 'C10',
  severity: 'warning',
  profile: 'recommended',
  title: 'HEALTHCHECK that a later one of the stage replaces',
  why: 'Only the last HEALTHCHECK of a stage counts. The earlier one does nothing, though it looks as if it did.',
  remedy: 'Take out the one that is not meant.',
  aliases: ['DL3012', 'DS-0023'],
  alsoKnownAs: ['buildkit:MultipleInstructionsDisallowed'],
  references: [
    dockerDocs('reference/dockerfile/#healthcheck', 'Dockerfile reference, HEALTHCHECK'),
    dockerDocs('reference/build-checks/multiple-instructions-disallowed/', 'MultipleInstructionsDisallowed'),
  ],
  fix: 'review',

  kinds: ['healthcheck'],
  stage(stage, context) {
    reportOverridden(stage.ofKind('healthcheck'), context);
  },
});
