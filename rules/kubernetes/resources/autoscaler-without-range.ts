import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isKind } from '../model/kinds';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'autoscaler-without-range',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'Autoscaler without a range',
  why: 'An autoscaler that may go down to too few pods takes the workload away with the node that it runs on.',
  remedy: 'Raise `minReplicas`, and let `maxReplicas` be larger.',
  aliases: ['polaris:hpaMaxAvailability'],
  references: [kubernetesDocs('tasks/run-application/horizontal-pod-autoscale/', 'Autoscaling')],

  object(object, { report }) {
    if (!isKind(object, 'autoscaling', 'HorizontalPodAutoscaler')) return;
    const spec = object.cursor.get('spec');
    const [least, most] = [spec.get('minReplicas'), spec.get('maxReplicas')];
    if (least.isUnresolved || most.isUnresolved) return;
    const place = most;
    if (least.number !== undefined && most.number !== undefined && most.number <= least.number)
      report(
        place.exists ? place : object,
        say`${object.title} can scale nothing: maxReplicas is not above minReplicas. Raise maxReplicas.`,
      );
  },
});
