import { maybeSameNamespace } from '../kubernetes/model/selector';
import { say } from '../message';
import { kubernetesDocs } from '../references';
import { workspaceRule } from '../workspace-rule';

export default workspaceRule({
  id: 'dangling-autoscaler',
  topic: 'F3',
  severity: 'info',
  profile: 'all',
  title: 'Autoscaler of a workload that is not there',
  why: 'An autoscaler that finds no workload scales nothing.',
  remedy: 'Correct the kind or the name of `scaleTargetRef`, or add the manifest of the workload.',
  aliases: [
    'kube-score:horizontalpodautoscaler-has-target',
    'kube-linter:dangling-horizontalpodautoscaler',
    'C-0300',
  ],
  references: [
    kubernetesDocs('tasks/run-application/horizontal-pod-autoscale/', 'Horizontal Pod Autoscaling'),
  ],
  asks: ['pods', 'autoscalers'],

  workspace(facts, context) {
    for (const autoscaler of facts.autoscalers) {
      const { target, name, namespace } = autoscaler;
      const isThere = facts.pods.some(
        (pod) =>
          pod.kind === target.kind &&
          pod.name === target.name &&
          maybeSameNamespace(pod.namespace, namespace),
      );
      if (!isThere)
        context.report(
          autoscaler,
          say`No ${target.kind} \`${target.name}\` in this workspace, so the autoscaler \`${name}\` scales nothing. Correct its scaleTargetRef.`,
        );
    }
  },
});
