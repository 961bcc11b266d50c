import { say } from '../../message';
import { isKind } from '../model/kinds';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'sealed-secret-scope',
  topic: 'D9',
  severity: 'warning',
  profile: 'recommended',
  title: 'Sealed secret for the whole cluster',
  why: 'Sealed with the scope of the whole cluster, the secret can be unsealed in any namespace and under any name: whoever may make a SealedSecret somewhere reads it there.',
  remedy: 'Seal it for its own namespace and name, which is the default.',
  aliases: [],
  references: [
    { title: 'Sealed Secrets: scopes', url: 'https://github.com/bitnami-labs/sealed-secrets#scopes' },
  ],

  object(object, { report }) {
    if (!isKind(object, 'bitnami.com', 'SealedSecret')) return;
    for (const annotations of [
      object.metadata.at('annotations'),
      object.cursor.path('spec', 'template', 'metadata', 'annotations'),
    ]) {
      const wide = annotations.get('sealedsecrets.bitnami.com/cluster-wide');
      if (wide.text === 'true')
        report(
          wide,
          say`${object.title} can be unsealed in every namespace, by whoever may make a SealedSecret there. Seal it for its own namespace and name.`,
        );
    }
  },
});
