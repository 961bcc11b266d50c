import { dockerDocs } from '../references';
import { commonRule } from '../rule';

export default commonRule({
  id: 'dockerfile-syntax',
  topic: 'C10',
  severity: 'error',
  profile: 'essential',
  title: 'The Dockerfile cannot be built',
  why: 'BuildKit stops at the marked place: no image is made.',
  remedy: 'Mend the instruction at the marked place. The rest of the file is checked all the same.',
  aliases: [],
  references: [dockerDocs('reference/dockerfile/', 'Dockerfile reference')],
});
