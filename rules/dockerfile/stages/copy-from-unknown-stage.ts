import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'copy-from-unknown-stage',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'COPY --from names no stage above',
  why: 'A misspelled stage is the name of an image: whatever somebody pushed under that name is copied.',
  remedy: 'Name a stage above, or an image with its tag.',
  aliases: ['DL3022'],
  references: [dockerDocs('reference/dockerfile/#copy---from', 'Dockerfile reference, COPY --from')],

  copy(copy, { report }) {
    const { from, stage } = copy;
    const source = stage?.sourceOf(copy);
    if (!from || !stage || !source) return;
    const isMissing = source.kind === 'stage' ? source.stage.index > stage.index : !source.name.includes(':');
    if (isMissing) report(from, say`No stage above is called \`${from.value}\`.`);
  },
});
