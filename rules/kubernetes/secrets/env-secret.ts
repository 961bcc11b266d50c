import { say } from '../../message';
import { cwe, kubernetesDocs } from '../../references';
import { classifySecret } from '../../secrets';
import type { Cursor } from '../../yaml/cursor';
import { rename, setAny, type YamlEdit } from '../../yaml/edit';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'env-secret',
  topic: 'D8',
  severity: 'error',
  profile: 'essential',
  title: 'Credential in an environment variable, in the open',
  why: 'Whoever may read this file, its history or the workload has the credential. It stays in the history when the line is gone.',
  remedy:
    'Put it into a Secret that is not kept in the open (encrypted, or made by an operator), refer to it with `valueFrom.secretKeyRef`, and replace the credential, since it has leaked.',
  aliases: [],
  references: [
    kubernetesDocs('concepts/configuration/secret/', 'Secrets'),
    kubernetesDocs('concepts/security/secrets-good-practices/', 'Good practices for Secrets'),
    cwe(798),
  ],
  fix: 'review',

  container(container, { report }) {
    for (const variable of container.cursor.at('env').items) {
      const name = variable.at('name').string ?? '';
      const value = variable.at('value');
      const text = value.isUnresolved ? undefined : value.text;
      const secret = text === undefined ? undefined : classifySecret(name, text);
      if (!secret || secret.confidence === 'low') continue;
      report(
        value,
        say`${container.title} has ${secret.kind} in the open, in ${name}. Take it from a Secret, and replace it, since it has leaked.`,
        {
          confidence: secret.confidence,
          fix: {
            title: say`Take it from a Secret that you make`,
            edits: fromSecret(value, container.pod.object.name, name),
          },
        },
      );
    }
  },
});

const fromSecret = (value: Cursor, object: string, key: string): [YamlEdit, YamlEdit] => [
  rename(value, 'valueFrom'),
  setAny(value, { secretKeyRef: { name: `${object.replace(/\*$/, '') || 'app'}-secret`, key } }),
];
