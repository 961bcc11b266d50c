import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import { reportMissingSlash } from './model/target';

export default dockerfileRule({
  id: 'add-target-without-slash',
  topic: 'C10',
  severity: 'error',
  profile: 'recommended',
  title: 'ADD of several files to a target without `/`',
  why: 'Several files can only go into a folder, and a target without `/` at its end is a file: the build fails.',
  remedy: 'End the target with `/`.',
  aliases: [],
  references: [dockerDocs('reference/dockerfile/#add', 'Dockerfile reference, ADD')],
  fix: 'safe',

  add: reportMissingSlash,
});
