import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import { reportMissingSlash } from './model/target';

export default dockerfileRule({
  id: 'copy-target-without-slash',
  topic: 'C10',
  severity: 'error',
  profile: 'recommended',
  title: 'COPY of several files to a target without `/`',
  why: 'Several files can only go into a folder, and a target without `/` at its end is a file: the build fails.',
  remedy: 'End the target with `/`.',
  aliases: ['DL3021', 'DS-0011', 'kics:6db6e0c2-32a3-4a2e-93b5-72c35f4119db'],
  references: [dockerDocs('reference/dockerfile/#copy', 'Dockerfile reference, COPY')],
  fix: 'safe',

  copy: reportMissingSlash,
});
