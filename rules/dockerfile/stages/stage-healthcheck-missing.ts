import { say } from '../../message';
import { dockerDocs } from '../../references';
import { stagesWithout } from '../labels/model/lineage';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'stage-healthcheck-missing',
  topic: 'C6',
  severity: 'info',
  profile: 'all',
  title: 'Stage without a HEALTHCHECK',
  why: 'Each stage may be built and run by itself. What is run without a HEALTHCHECK counts as well even while it hangs.',
  remedy: 'Add a HEALTHCHECK to the stage or to one that it stands on.',
  aliases: ['DL3057'],
  references: [dockerDocs('reference/dockerfile/#healthcheck', 'Dockerfile reference, HEALTHCHECK')],

  file({ stages }, { report }) {
    for (const stage of stagesWithout(stages, (one) => one.ofKind('healthcheck').length > 0))
      report(stage, say`Neither ${stage.title} nor what it stands on has a HEALTHCHECK.`);
  },
});
