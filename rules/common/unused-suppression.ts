import { commonRule } from '../rule';

export default commonRule({
  id: 'unused-suppression',
  topic: 'F1',
  severity: 'info',
  profile: 'recommended',
  title: 'A comment suppresses a finding that is not there',
  why: 'A comment that is left behind hides the next real finding of that rule at this place.',
  remedy: 'Remove the rule from the comment, or the whole comment.',
  aliases: [],
  references: [],
});
