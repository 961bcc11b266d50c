import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import type { Stage } from '../model/stage';
import { isRelative } from './model/paths';

export default dockerfileRule({
  id: 'workdir-on-base',
  topic: 'C10',
  severity: 'warning',
  profile: 'all',
  title: 'WORKDIR depends on the base image',
  why: 'No WORKDIR before says where the relative path begins, so it begins where the base image left off. Another version of that image may move it.',
  remedy: 'Write the whole path.',
  aliases: ['buildkit:WorkdirRelativePath'],
  references: [dockerDocs('reference/build-checks/workdir-relative-path/', 'WorkdirRelativePath')],

  kinds: ['workdir'],
  stage(stage, { report }) {
    const [first] = stage.ofKind('workdir');
    if (!first?.argument || !isRelative(first.argument) || hasWorkdir(stage.parent)) return;
    report(
      first.argument,
      say`WORKDIR \`${first.argument.value}\` begins in whatever folder the base image ends in. Write the whole path.`,
    );
  },
});

const hasWorkdir = (stage: Stage | undefined): boolean =>
  stage?.lineage.some((one) => one.ofKind('workdir').length > 0) ?? false;
