import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import type { Cursor } from '../../yaml/cursor';
import { isDeployment, isKind } from '../model/kinds';
import type { KubernetesObject } from '../model/object';
import { wrongSelector } from '../model/own-selector';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'workload-selector',
  topic: 'F1',
  severity: 'error',
  profile: 'all',
  title: 'Workload that does not select its own pods',
  why: 'The API server refuses a workload whose selector does not match the labels of its template.',
  remedy: 'Set a selector, and give the template its labels.',
  aliases: ['kube-linter:mismatching-selector'],
  references: [
    kubernetesDocs('concepts/overview/working-with-objects/labels/#label-selectors', 'Label selectors'),
  ],

  object(object, { report }) {
    if (!isSelecting(object)) return;
    const wrong = wrongSelector(object, selectsNothingByName);
    if (wrong)
      report(
        wrong,
        say`${object.title} does not select the pods that it makes. Let its selector match the labels of its template.`,
      );
  },
});

/** A Job mostly leaves its selector to the API server. */
const isSelecting = (object: KubernetesObject): boolean =>
  isDeployment(object) ||
  isKind(object, 'apps', 'StatefulSet', 'DaemonSet', 'ReplicaSet') ||
  (isKind(object, 'batch', 'Job') && object.cursor.get('spec').get('selector').exists);

const selectsNothingByName = (selector: Cursor): boolean =>
  selector.get('matchLabels').fields.length === 0 && selector.get('matchExpressions').items.length === 0;
