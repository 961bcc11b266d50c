import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isSecret } from '../model/credentials';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'long-lived-token',
  topic: 'D2',
  severity: 'warning',
  profile: 'recommended',
  title: 'Secret with a token that never ends',
  why: 'Such a token is valid until the Secret is deleted. Whoever copies it once keeps the rights of the account.',
  remedy: 'Ask for short tokens with `kubectl create token`, or mount a projected token.',
  aliases: [],
  references: [
    kubernetesDocs(
      'concepts/configuration/secret/#serviceaccount-token-secrets',
      'ServiceAccount token Secrets',
    ),
  ],

  object(object, { report }) {
    const type = object.cursor.get('type');
    if (!isSecret(object) || type.string !== 'kubernetes.io/service-account-token') return;
    const account = object.annotations['kubernetes.io/service-account.name'] ?? '';
    report(
      type,
      say`${object.title} makes a token of the service account \`${account}\` that never ends. Ask for short tokens instead (kubectl create token, or a projected volume).`,
    );
  },
});
