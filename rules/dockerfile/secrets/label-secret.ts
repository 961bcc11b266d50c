import { say } from '../../message';
import { cwe, dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import { literalOf } from './model/literals';

export default dockerfileRule({
  id: 'label-secret',
  topic: 'C1',
  severity: 'error',
  profile: 'essential',
  title: 'Credential in LABEL, in the open',
  why: 'Labels are the part of an image that everybody looks at: registries show them without a download.',
  remedy: 'Take it out of the label. Replace the credential, since it has leaked.',
  aliases: [],
  references: [cwe(798), dockerDocs('engine/manage-resources/labels/', 'Object labels')],
  inOnbuild: true,

  label(label, { report }) {
    for (const pair of label.pairs) {
      const secret = literalOf(pair);
      if (!secret) continue;
      report(
        secret,
        say`LABEL ${pair.name.value} holds ${secret.kind} in the open, where every registry shows it. Take it out, and replace it, since it has leaked.`,
        { confidence: secret.confidence },
      );
    }
  },
});
