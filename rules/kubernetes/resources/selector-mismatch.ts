import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import type { Cursor } from '../../yaml/cursor';
import { isDeployment, isKind } from '../model/kinds';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'selector-mismatch',
  topic: 'F1',
  severity: 'error',
  profile: 'recommended',
  title: 'Selector that does not match its own pods',
  why: 'The API server refuses a workload whose selector does not match the labels of its template.',
  remedy: 'Give the template the labels of the selector.',
  aliases: [
    'kube-score:deployment-pod-selector-labels-match-template-metadata-labels',
    'kube-score:statefulset-pod-selector-labels-match-template-metadata-labels',
    'kube-linter:mismatching-selector',
    'C-0296',
  ],
  references: [
    kubernetesDocs(
      'concepts/overview/working-with-objects/labels/#syntax-and-character-set',
      'Syntax of labels',
    ),
  ],

  object(object, { report }) {
    if (!isDeployment(object) && !isKind(object, 'apps', 'StatefulSet', 'DaemonSet', 'ReplicaSet')) return;
    const spec = object.cursor.get('spec');
    const [selector, labels] = [
      spec.path('selector', 'matchLabels'),
      spec.path('template', 'metadata', 'labels'),
    ];
    if (!spec.get('template').isMap) return;
    for (const wanted of selector.fields as Cursor[]) {
      const label = labels.get(wanted.name);
      if (wanted.isUnresolved || label.isUnresolved || label.text === wanted.text) continue;
      report(
        wanted,
        say`${object.title} selects pods by ${wanted.name}: ${wanted.text ?? ''}, which its own template does not have, so the API server refuses it. Give the template this label.`,
      );
    }
  },
});
