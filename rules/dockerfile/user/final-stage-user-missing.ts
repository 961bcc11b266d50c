import { say } from '../../message';
import { cisDocker } from '../../references';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'final-stage-user-missing',
  topic: 'B2',
  severity: 'info',
  profile: 'all',
  title: 'Last stage has no USER of its own',
  why: 'The user of the image is then decided elsewhere: in another stage or in the base image, where a change goes unnoticed.',
  remedy: 'Say in the last stage itself who the image runs as.',
  aliases: ['kics:fd54f200-402c-4333-a5a4-36ef6709af2f'],
  references: [cisDocker('4.1')],

  file({ finalStage }, { report }) {
    if (!finalStage || finalStage.from.image?.known === 'scratch') return;
    if (finalStage.ofKind('user').length > 0) return;
    report(finalStage, say`The last stage has no USER of its own. Say here who the image runs as.`);
  },
});
