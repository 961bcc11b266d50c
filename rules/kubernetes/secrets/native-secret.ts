import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isSecret } from '../model/credentials';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'native-secret',
  topic: 'D8',
  severity: 'info',
  profile: 'all',
  title: 'Secret kept in the cluster itself',
  why: 'A Secret lies in etcd, in base64 unless encryption is set up, and everyone with the right to read it has it. A vault outside keeps a record of who read what.',
  remedy:
    'Keep the credential in a vault and bring it in with External Secrets or the Secrets Store CSI driver.',
  aliases: ['kics:b9c83569-459b-4110-8f79-6305aa33cb37', 'C-0234'],
  references: [kubernetesDocs('concepts/security/secrets-good-practices/', 'Good practices for Secrets')],

  object(object, { report }) {
    if (isSecret(object))
      report(object, say`${object.title} keeps its values in the cluster. Consider a vault outside of it.`);
  },
});
