import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isKind } from '../model/kinds';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'autoscaler-minimum-of-three',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'Autoscaler that may go down to fewer than three pods',
  why: 'An autoscaler that may go down to too few pods takes the workload away with the node that it runs on.',
  remedy: 'Raise `minReplicas`, and let `maxReplicas` be larger.',
  aliases: ['kube-linter:hpa-minimum-three-replicas'],
  references: [kubernetesDocs('tasks/run-application/horizontal-pod-autoscale/', 'Autoscaling')],

  object(object, { report }) {
    if (!isKind(object, 'autoscaling', 'HorizontalPodAutoscaler')) return;
    const spec = object.cursor.get('spec');
    const [least, most] = [spec.get('minReplicas'), spec.get('maxReplicas')];
    if (least.isUnresolved || most.isUnresolved) return;
    const place = spec.get('minReplicas');
    if ((least.number ?? 1) < 3)
      report(
        place.exists ? place : object,
        say`${object.title} may go down to fewer than three pods. Set minReplicas to 3 or more.`,
      );
  },
});
