import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import { reportOverridden } from './model/overridden';

export default dockerfileRule({
  id: 'repeated-cmd',
  topic: 'C10',
  severity: 'warning',
  profile: 'recommended',
  title: 'CMD that a later one of the stage replaces',
  why: 'Only the last CMD of a stage counts. The earlier one does nothing, though it looks as if it did.',
  remedy: 'Take out the one that is not meant.',
  aliases: ['DL4003', 'DS-0016', 'kics:41c195f4-fc31-4a5c-8a1b-90605538d49f'],
  alsoKnownAs: ['buildkit:MultipleInstructionsDisallowed'],
  references: [
    dockerDocs('reference/dockerfile/#cmd', 'Dockerfile reference, CMD'),
    dockerDocs('reference/build-checks/multiple-instructions-disallowed/', 'MultipleInstructionsDisallowed'),
  ],
  fix: 'review',

  kinds: ['cmd'],
  stage(stage, context) {
    reportOverridden(stage.ofKind('cmd'), context);
  },
});
