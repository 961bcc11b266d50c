import { say } from '../../message';
import { cwe, kubernetesDocs } from '../../references';
import { credentialOf, isConfigMap, isEncrypted, plainEntries } from '../model/credentials';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'configmap-secret',
  topic: 'D8',
  severity: 'error',
  profile: 'essential',
  title: 'Credential in a ConfigMap',
  why: 'ConfigMaps are made to be read: they are not encrypted in etcd, and many more people and programs may read them than Secrets.',
  remedy:
    'Move it into a Secret that is not kept in the open, and replace the credential, since it has leaked.',
  aliases: [],
  references: [
    kubernetesDocs('concepts/configuration/configmap/', 'ConfigMaps'),
    kubernetesDocs('concepts/security/secrets-good-practices/', 'Good practices for Secrets'),
    cwe(312),
  ],

  object(object, { report }) {
    if (!isConfigMap(object) || isEncrypted(object)) return;
    for (const entry of plainEntries(object)) {
      const text = entry.isUnresolved && !(entry.text ?? '').includes('\n') ? undefined : entry.text;
      const credential = text === undefined ? undefined : credentialOf(entry, text);
      if (!credential || credential.confidence === 'low') continue;
      const { kind, confidence, setting } = credential;
      if (setting === undefined)
        report(
          entry,
          say`${object.title} has ${kind} in \`${entry.name}\`. Move it into a Secret, and replace it, since it has leaked.`,
          { confidence },
        );
      else
        report(
          entry,
          say`${object.title} has ${kind} in \`${entry.name}\`, as ${setting}. Move it into a Secret, and replace it, since it has leaked.`,
          { confidence },
        );
    }
  },
});
