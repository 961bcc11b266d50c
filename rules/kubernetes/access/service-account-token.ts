import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { set } from '../../yaml/edit';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'service-account-token',
  topic: 'D2',
  severity: 'info',
  profile: 'all',
  title: 'Pod gets a token for the API server',
  why: 'Most programs never speak to the API server. Whoever breaks into one of them finds the token and acts with the rights of its account.',
  remedy: 'Set `automountServiceAccountToken: false` where the program does not use the API.',
  aliases: ['CKV_K8S_38', 'kubesec:AutomountServiceAccountToken'],
  alsoKnownAs: ['KSV-0036'],
  references: [kubernetesDocs('concepts/security/service-accounts/', 'Service accounts')],
  fix: 'review',

  pod(pod, { report }) {
    const automount = pod.spec.at('automountServiceAccountToken');
    if (automount.boolean === false || automount.isUnresolved || pod.isPatch) return;
    report(
      automount.exists ? automount : pod,
      say`${pod.title} gets a token for the API server. Set automountServiceAccountToken to false if it does not use it.`,
      {
        fix: { title: say`Set automountServiceAccountToken to false`, edits: [set(automount, false)] },
      },
    );
  },
});
