import { commonRule } from '../rule';

export default commonRule({
  id: 'yaml-syntax',
  topic: 'F1',
  severity: 'error',
  profile: 'essential',
  title: 'The manifest is not valid YAML',
  why: 'Kubernetes refuses the whole document, and what stands after the mistake may be read as something else.',
  remedy: 'Mend the text at the marked place. The rest of the document is checked as far as it can be read.',
  aliases: [],
  references: [{ title: 'YAML 1.2.2 specification', url: 'https://yaml.org/spec/1.2.2/' }],
});
