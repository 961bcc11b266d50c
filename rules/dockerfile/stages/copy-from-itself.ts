import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'copy-from-itself',
  topic: 'C10',
  severity: 'error',
  profile: 'recommended',
  title: 'COPY --from names its own stage',
  why: 'A stage cannot copy from itself: the build fails.',
  remedy: 'Name the stage that has the files, or move them by RUN.',
  aliases: ['DL3023', 'DS-0006', 'kics:cdddb86f-95f6-4fc4-b5a1-483d9afceb2b'],
  references: [dockerDocs('reference/dockerfile/#copy---from', 'Dockerfile reference, COPY --from')],

  copy(copy, { report }) {
    const source = copy.stage?.sourceOf(copy);
    if (copy.from && source?.kind === 'stage' && source.stage === copy.stage)
      report(copy.from, say`\`${copy.from.value}\` is this stage, which cannot copy from itself.`);
  },
});
