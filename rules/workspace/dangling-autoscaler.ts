import { say } from '../message';
import { kubernetesDocs } from '../references';
import { workspaceRule } from '../workspace-rule';
import { nameOf, workloadNames } from './model/names';

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
  asks: 'autoscalers',

  workspace(autoscalers, context) {
    for (const autoscaler of autoscalers) {
      const { target, name, namespace } = autoscaler;
      if (!context.lookUp(workloadNames).has(nameOf(target.kind, target.name), namespace))
        context.report(
          autoscaler,
          say`No ${target.kind} \`${target.name}\` in this workspace, so the autoscaler \`${name}\` scales nothing. Correct its scaleTargetRef.`,
        );
    }
  },
});
