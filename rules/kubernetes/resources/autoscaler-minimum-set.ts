import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isKind } from '../model/kinds';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'autoscaler-minimum-set',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'Autoscaler that is told that one pod is enough',
  why: 'An autoscaler that may go down to too few pods takes the workload away with the node that it runs on.',
  remedy: 'Raise `minReplicas`, and let `maxReplicas` be larger.',
  aliases: ['polaris:hpaMinAvailability'],
  references: [kubernetesDocs('tasks/run-application/horizontal-pod-autoscale/', 'Autoscaling')],

  object(object, { report }) {
    if (!isKind(object, 'autoscaling', 'HorizontalPodAutoscaler')) return;
    const spec = object.cursor.get('spec');
    const [least, most] = [spec.get('minReplicas'), spec.get('maxReplicas')];
    if (least.isUnresolved || most.isUnresolved) return;
    const place = spec.get('minReplicas');
    if (least.number !== undefined && least.number <= 1)
      report(
        place.exists ? place : object,
        say`${object.title} may go down to one pod. Set minReplicas to 2 or more.`,
      );
  },
});
