import { say } from '../../message';
import { cisDocker } from '../../references';
import { dockerfileRule } from '../model/rule';
import { isRoot } from './model/users';

export default dockerfileRule({
  id: 'root-or-no-user',
  topic: 'B2',
  severity: 'info',
  profile: 'all',
  title: 'Last USER of the file is root, or there is none',
  why: 'Read without regard to stages and base images, such a file gives an image that runs as root.',
  remedy: 'End the file with a USER that is not root.',
  aliases: ['DS-0002'],
  references: [cisDocker('4.1')],

  file({ finalStage, instructions }, { report }) {
    const user = instructions.findLast((instruction) => instruction.kind === 'user');
    const value = user?.kind === 'user' ? user.argument?.value : undefined;
    if (finalStage && !user)
      report(finalStage, say`No USER stands in this file. End it with a USER that is not root.`);
    else if (user?.kind === 'user' && user.argument && value !== undefined && isRoot(value))
      report(user.argument, say`The last USER of the file is ${value}. End it with another one.`);
  },
});
