import { commonRule } from '../rule';

export default commonRule({
  id: 'unknown-suppression',
  topic: 'F1',
  severity: 'warning',
  profile: 'essential',
  title: 'A comment names a rule that does not exist',
  why: 'The finding that the comment is meant to hold back is shown all the same, or a typing mistake hides what was meant.',
  remedy: 'Write the id of a rule as `seaworthy rules` lists it.',
  aliases: [],
  references: [],
});
