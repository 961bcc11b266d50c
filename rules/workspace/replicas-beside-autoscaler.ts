import { say } from '../message';
import { kubernetesDocs } from '../references';
import { workspaceRule } from '../workspace-rule';
import { autoscalers } from './model/autoscalers';

export default workspaceRule({
  id: 'replicas-beside-autoscaler',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'Replicas are set beside an autoscaler',
  why: 'Each time the manifest is applied it sets the number of pods back, whatever the autoscaler found to be needed.',
  remedy: 'Leave `replicas` out, and set `minReplicas` of the autoscaler.',
  aliases: [
    'kube-score:deployment-targeted-by-hpa-does-not-have-replicas-configured',
    'kics:5744cbb8-5946-4b75-a196-ade44449525b',
  ],
  references: [
    kubernetesDocs('tasks/run-application/horizontal-pod-autoscale/', 'Horizontal Pod Autoscaling'),
  ],
  asks: 'pods',

  workspace(pods, context) {
    for (const pod of pods) {
      if (!pod.hasReplicas || pod.kind !== 'Deployment') continue;
      const autoscaler = context.lookUp(autoscalers).of(pod);
      if (!autoscaler) continue;
      context.report(
        pod,
        say`${pod.title} sets replicas, and the autoscaler \`${autoscaler.name}\` does too: each apply undoes what it did. Leave replicas out.`,
        {
          related: [
            {
              uri: autoscaler.uri,
              span: autoscaler.span,
              message: say`The autoscaler that scales ${pod.title}`,
            },
          ],
        },
      );
    }
  },
});
