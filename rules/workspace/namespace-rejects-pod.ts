import { say } from '../message';
import { kubernetesDocs } from '../references';
import { workspaceRule } from '../workspace-rule';
import { hardeningFix, podsOf, refusals } from './model/admission';

export default workspaceRule({
  id: 'namespace-rejects-pod',
  topic: 'D4',
  severity: 'error',
  profile: 'essential',
  title: 'The Namespace rejects the pods of the workload',
  why: 'The label `pod-security.kubernetes.io/enforce` of the Namespace asks for a level of Pod Security that the pod does not keep. The API server refuses such a pod; a Deployment of it is taken, but never gets a pod.',
  remedy: 'Harden the pod to the level of its Namespace, or move it to a Namespace for what needs more.',
  aliases: [],
  references: [kubernetesDocs('concepts/security/pod-security-admission/', 'Pod Security Admission')],
  fix: 'review',
  asks: 'pods',

  workspace(pods, context) {
    for (const refusal of refusals(pods, 'enforce', context)) {
      const { pod, admission, broken } = refusal;
      context.report(
        pod,
        say`Namespace \`${admission.namespace}\` enforces ${admission.level}, so it rejects ${podsOf(pod)}, by the checks on ${broken.join(', ')}. Harden the pod.`,
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
