import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isStatefulSet } from '../model/kinds';
import { wrongSelector } from '../model/own-selector';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'stateful-set-selector',
  topic: 'F1',
  severity: 'error',
  profile: 'all',
  title: 'StatefulSet that does not select its own pods',
  why: 'The API server refuses a workload whose selector does not match the labels of its template.',
  remedy: 'Set a selector, and give the template its labels.',
  aliases: ['kube-score:statefulset-pod-selector-labels-match-template-metadata-labels'],
  references: [
    kubernetesDocs('concepts/overview/working-with-objects/labels/#label-selectors', 'Label selectors'),
  ],

  object(object, { report }) {
    if (!isStatefulSet(object)) return;
    const wrong = wrongSelector(object, (selector) => !selector.exists);
    if (wrong)
      report(
        wrong,
        say`${object.title} does not select the pods that it makes. Let its selector match the labels of its template.`,
      );
  },
});
