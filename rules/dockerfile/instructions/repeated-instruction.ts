import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import { reportOverridden } from './model/overridden';

export default dockerfileRule({
  id: 'repeated-instruction',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'Instruction that a later one of the stage replaces',
  why: 'Only the last CMD, ENTRYPOINT and HEALTHCHECK of a stage count. This is the check of BuildKit, which has one name for all three.',
  remedy: 'Take out the one that is not meant.',
  aliases: ['buildkit:MultipleInstructionsDisallowed'],
  references: [
    dockerDocs('reference/build-checks/multiple-instructions-disallowed/', 'MultipleInstructionsDisallowed'),
  ],
  fix: 'review',

  kinds: ['cmd', 'entrypoint', 'healthcheck'],
  stage(stage, context) {
    reportOverridden(stage.ofKind('cmd'), context);
    reportOverridden(stage.ofKind('entrypoint'), context);
    reportOverridden(stage.ofKind('healthcheck'), context);
  },
});
