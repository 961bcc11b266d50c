import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import { isRelative } from './model/paths';

export default dockerfileRule({
  id: 'workdir-relative',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'WORKDIR is a relative path',
  why: 'A relative path is read from the WORKDIR before it: who moves a line or changes the base image moves the whole tree.',
  remedy: 'Write the whole path.',
  aliases: ['DL3000', 'DS-0009', 'CKV_DOCKER_10', 'kics:6b376af8-cfe8-49ab-a08d-f32de23661a4'],
  references: [dockerDocs('build/building/best-practices/#workdir', 'Building best practices, WORKDIR')],

  workdir({ argument }, { report }) {
    if (!argument || !isRelative(argument)) return;
    report(
      argument,
      say`WORKDIR \`${argument.value}\` is relative to the WORKDIR before it. Write the whole path.`,
    );
  },
});
