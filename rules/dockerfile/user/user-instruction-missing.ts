import { say } from '../../message';
import { cisDocker } from '../../references';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'user-instruction-missing',
  topic: 'B2',
  severity: 'info',
  profile: 'all',
  title: 'No USER in the whole file',
  why: 'A Dockerfile that never names a user leaves it to the base image, which may change it, and most often is root.',
  remedy: 'Name the user with USER, even where the base image has a good one.',
  aliases: ['CKV_DOCKER_3'],
  references: [cisDocker('4.1')],

  file({ stages, instructions, finalStage }, { report }) {
    if (!finalStage || instructions.some(({ kind }) => kind === 'user')) return;
    report(
      stages[0] ?? finalStage,
      say`No USER stands in this file: who the image runs as is left to its base image. Name the user.`,
    );
  },
});
