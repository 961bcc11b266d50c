import { say } from '../../message';
import { cisDocker, dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'healthcheck-missing',
  topic: 'C6',
  severity: 'info',
  profile: 'all',
  title: 'No HEALTHCHECK',
  why: 'Without it Docker and Swarm take a program that hangs for one that runs. Kubernetes has probes of its own and does not look at it.',
  remedy:
    'Say by HEALTHCHECK how to see that the program works; `HEALTHCHECK NONE` says that nothing is to be asked.',
  aliases: ['DS-0026', 'CKV_DOCKER_2', 'kics:b03a748a-542d-44f4-bb86-9199ab4fd2d5'],
  references: [
    cisDocker('4.6'),
    dockerDocs('reference/dockerfile/#healthcheck', 'Dockerfile reference, HEALTHCHECK'),
  ],

  file({ instructions, finalStage }, { report }) {
    if (!finalStage || instructions.some(({ kind }) => kind === 'healthcheck')) return;
    report(finalStage, say`No HEALTHCHECK says how to see that the program works.`);
  },
});
