import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isDeployment, isKind } from '../model/kinds';
import { unmetBySelf } from '../model/own-selector';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'selector-mismatch',
  topic: 'F1',
  severity: 'error',
  profile: 'recommended',
  title: 'Selector that does not match its own pods',
  why: 'The API server refuses a workload whose selector does not match the labels of its template.',
  remedy: 'Give the template the labels of the selector.',
  aliases: ['C-0296'],
  references: [
    kubernetesDocs(
      'concepts/overview/working-with-objects/labels/#syntax-and-character-set',
      'Syntax of labels',
    ),
  ],

  object(object, { report }) {
    if (!isDeployment(object) && !isKind(object, 'apps', 'StatefulSet', 'DaemonSet', 'ReplicaSet')) return;
    for (const wanted of unmetBySelf(object))
      report(
        wanted,
        wanted.isMap
          ? say`${object.title} selects pods by a condition on ${wanted.get('key').text ?? ''}, which its own template does not meet, so the API server refuses it. Change the labels of the template.`
          : say`${object.title} selects pods by ${wanted.name}: ${wanted.text ?? ''}, which its own template does not have, so the API server refuses it. Give the template this label.`,
      );
  },
});
