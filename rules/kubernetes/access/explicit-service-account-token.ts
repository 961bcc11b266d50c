import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'explicit-service-account-token',
  topic: 'D2',
  severity: 'info',
  profile: 'all',
  title: 'Pod asks for a token of the API server',
  why: 'The pod asks for the token by name. If its program does not use the API, the token only serves who breaks in.',
  remedy: 'Remove the setting where the account decides, or set it to false where no API is used.',
  aliases: [],
  alsoKnownAs: ['KSV-0036'],
  references: [kubernetesDocs('concepts/security/service-accounts/', 'Service accounts')],

  pod(pod, { report }) {
    const automount = pod.spec.at('automountServiceAccountToken');
    if (automount.boolean !== true) return;
    report(
      automount,
      say`${pod.title} asks for a token of the API server. Set it to false if it does not use it.`,
    );
  },
});
