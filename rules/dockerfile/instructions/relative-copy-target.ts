import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import { isRelative } from './model/paths';

export default dockerfileRule({
  id: 'relative-copy-target',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'COPY to a relative path without a WORKDIR',
  why: 'Without a WORKDIR the files land where the base image left off, which another version of it may change.',
  remedy: 'Set WORKDIR before, or copy to a whole path.',
  aliases: ['DL3045'],
  references: [dockerDocs('build/building/best-practices/#workdir', 'Building best practices, WORKDIR')],

  copy(copy, { report }) {
    const { destination, stage } = copy;
    if (!destination || !stage || !isRelative(destination)) return;
    const isSet = stage.lineage.some((one) => one.ofKind('workdir').some(({ index }) => index < copy.index));
    if (isSet) return;
    report(
      destination,
      say`No WORKDIR says where \`${destination.value}\` is. Set one before, or write the whole path.`,
    );
  },
});
