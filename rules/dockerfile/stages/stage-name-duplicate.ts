import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'stage-name-duplicate',
  topic: 'C10',
  severity: 'error',
  profile: 'recommended',
  title: 'Two stages of one name',
  why: 'A name that two stages bear means the last of them: `--target` and COPY --from may take another stage than the one that is read.',
  remedy: 'Give each stage a name of its own.',
  aliases: [
    'buildkit:DuplicateStageName',
    'DL3024',
    'DS-0012',
    'CKV_DOCKER_11',
    'kics:f2daed12-c802-49cd-afed-fe41d0b82fed',
  ],
  references: [dockerDocs('reference/build-checks/duplicate-stage-name/', 'DuplicateStageName')],

  stage({ name, index, from: { alias } }, { report, dockerfile, uri }) {
    const first = dockerfile.stages.find((stage) => stage.name === name);
    if (!alias || !first || first.index >= index) return;
    report(alias, say`An earlier stage is called \`${alias.raw}\` too. Give each stage a name of its own.`, {
      related: [{ uri, span: first.from.alias?.span ?? first.span, message: say`The earlier stage.` }],
    });
  },
});
