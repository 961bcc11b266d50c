import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'copy-from-later-stage',
  topic: 'C10',
  severity: 'error',
  profile: 'recommended',
  title: 'COPY --from names a stage that does not exist yet',
  why: 'Stages are known from top to bottom. The build fails.',
  remedy: 'Move the stage above, or name another.',
  aliases: [],
  alsoKnownAs: ['DL3022'],
  references: [dockerDocs('reference/dockerfile/#copy---from', 'Dockerfile reference, COPY --from')],

  copy(copy, { report, dockerfile }) {
    const { from, stage } = copy;
    const source = stage?.sourceOf(copy);
    if (!from || !stage || !source) return;
    if (source.kind === 'stage' && source.stage.index > stage.index)
      report(from, say`The stage \`${from.value}\` comes later in the file. Move it above this one.`);
    else if (source.kind === 'image' && /^\d+$/.test(source.name))
      report(
        from,
        say`There is no stage ${source.name}: the file has ${dockerfile.stages.length}, counted from 0.`,
      );
  },
});
