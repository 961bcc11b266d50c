import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isKind } from '../model/kinds';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'mutating-webhook',
  topic: 'D5',
  severity: 'info',
  profile: 'all',
  title: 'MutatingWebhookConfiguration to be looked at',
  why: 'A webhook sees every object that it asks for, Secrets too, and changes them. Each one should be known.',
  remedy: 'Look whether it is yours, and what it asks for.',
  aliases: ['C-0039'],
  references: [
    kubernetesDocs(
      'reference/access-authn-authz/extensible-admission-controllers/',
      'Dynamic admission control',
    ),
  ],

  object(object, { report }) {
    if (isKind(object, 'admissionregistration.k8s.io', 'MutatingWebhookConfiguration'))
      report(object, say`${object.title} sees the objects that it asks for. Look whether you know it.`);
  },
});
