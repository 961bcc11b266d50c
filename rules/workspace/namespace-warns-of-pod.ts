import { say } from '../message';
import { kubernetesDocs } from '../references';
import { workspaceRule } from '../workspace-rule';
import { hardeningFix, podsOf, refusals } from './model/admission';

export default workspaceRule({
  id: 'namespace-warns-of-pod',
  topic: 'D4',
  severity: 'info',
  profile: 'recommended',
  title: 'The Namespace warns of the pods of the workload',
  why: 'The label `pod-security.kubernetes.io/warn` of the Namespace asks for a level of Pod Security that the pod does not keep. The pod runs, but everyone who applies it is warned, and once the level is enforced it is refused.',
  remedy: 'Harden the pod to the level that its Namespace asks for.',
  aliases: [],
  references: [kubernetesDocs('concepts/security/pod-security-admission/', 'Pod Security Admission')],
  fix: 'review',
  asks: 'pods',

  workspace(pods, context) {
    const rejected = new Set(refusals(pods, 'enforce', context).map(({ pod }) => pod));
    for (const refusal of refusals(pods, 'warn', context)) {
      const { pod, admission, broken } = refusal;
      if (rejected.has(pod)) continue;
      context.report(
        pod,
        say`Namespace \`${admission.namespace}\` warns below ${admission.level}, so it warns of ${podsOf(pod)}, by the checks on ${broken.join(', ')}. Harden the pod.`,
        {
          fix: hardeningFix(refusal, context),
          related: [
            {
              uri: admission.uri,
              span: admission.span,
              message: say`Namespace \`${admission.namespace}\` asks for ${admission.level} here`,
            },
          ],
        },
      );
    }
  },
});
