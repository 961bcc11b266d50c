import { say } from '../../message';
import { cisDocker } from '../../references';
import { dockerfileRule } from '../model/rule';
import { isRoot } from './model/users';

export default dockerfileRule({
  id: 'stage-user-root',
  topic: 'B2',
  severity: 'info',
  profile: 'all',
  title: 'Stage ends as root',
  why: 'A stage that ends as root hands root on to every stage that is built on it, and to the image if somebody makes it the target.',
  remedy: 'End each stage with a USER that is not root.',
  aliases: ['DL3002'],
  references: [cisDocker('4.1')],

  kinds: ['user'],
  stage(stage, { report }) {
    const user = stage.ofKind('user').at(-1);
    const value = user?.argument?.value;
    if (!user?.argument || value === undefined || !isRoot(value)) return;
    report(
      user.argument,
      say`The last USER of ${stage.title} is ${value}. Switch to another user before its end.`,
    );
  },
});
