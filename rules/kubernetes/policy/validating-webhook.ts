import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isKind } from '../model/kinds';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'validating-webhook',
  topic: 'D5',
  severity: 'info',
  profile: 'all',
  title: 'ValidatingWebhookConfiguration to be looked at',
  why: 'A webhook sees every object that it asks for, Secrets too. Each one should be known.',
  remedy: 'Look whether it is yours, and what it asks for.',
  aliases: ['C-0036'],
  references: [
    kubernetesDocs(
      'reference/access-authn-authz/extensible-admission-controllers/',
      'Dynamic admission control',
    ),
  ],

  object(object, { report }) {
    if (isKind(object, 'admissionregistration.k8s.io', 'ValidatingWebhookConfiguration'))
      report(object, say`${object.title} sees the objects that it asks for. Look whether you know it.`);
  },
});
