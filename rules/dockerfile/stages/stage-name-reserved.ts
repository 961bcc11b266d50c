import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'stage-name-reserved',
  topic: 'C10',
  severity: 'warning',
  profile: 'recommended',
  title: 'Stage with a name that means something else',
  why: '`FROM scratch` begins an empty image and `context` is what is sent to the build, whatever stages are called.',
  remedy: 'Give the stage another name.',
  aliases: ['buildkit:ReservedStageName', 'DL3063'],
  references: [dockerDocs('reference/build-checks/reserved-stage-name/', 'ReservedStageName')],

  stage({ name, from: { alias } }, { report }) {
    if (alias && (name === 'scratch' || name === 'context'))
      report(alias, say`\`${name}\` has a meaning of its own. Give the stage another name.`);
  },
});
