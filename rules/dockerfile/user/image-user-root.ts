import { say } from '../../message';
import { cisDocker, dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import { isRoot, leaveRoot, startsAsOther } from './model/users';

export default dockerfileRule({
  id: 'image-user-root',
  topic: 'B2',
  severity: 'warning',
  profile: 'recommended',
  title: 'Image runs as root',
  why: 'Who breaks into a process that runs as root in its container owns all files of the container, and needs only one hole in the kernel or the runtime to own the host.',
  remedy: 'End the stage with a USER that is not root. Do what needs root in RUN instructions before it.',
  aliases: ['CKV_DOCKER_8', 'kics:67fd0c4a-68cf-46d7-8c41-bc9fba7e40ae'],
  references: [
    cisDocker('4.1'),
    dockerDocs('build/building/best-practices/#user', 'Building best practices, USER'),
  ],
  fix: 'review',

  file({ finalStage }, { report }) {
    const user = finalStage?.user;
    if (!finalStage || !user?.resolved || finalStage.isWindows) return;
    if (!isRoot(user.value) || startsAsOther(finalStage)) return;
    const place = user.instruction.argument ?? user.instruction;
    const fix = leaveRoot(finalStage, user);
    if (user.stage === finalStage)
      report(
        place,
        say`The image ends with USER ${user.value}, so its containers run as root. Switch to another user before the end.`,
        { fix },
      );
    else
      report(
        place,
        say`The image is built on ${user.stage.title}, which ends with USER ${user.value}, so its containers run as root. Switch to another user in the last stage.`,
        { fix },
      );
  },
});
