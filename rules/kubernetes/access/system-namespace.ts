import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'system-namespace',
  topic: 'D4',
  severity: 'info',
  profile: 'all',
  title: 'Object in the namespace kube-system',
  why: 'What is in kube-system often escapes policies, and stands beside the components of the cluster.',
  remedy: 'Give it a namespace of its own.',
  aliases: ['KSV-0037'],
  references: [kubernetesDocs('concepts/overview/working-with-objects/namespaces/', 'Namespaces')],

  object(object, { report }) {
    const isOnlyData = object.pods.length === 0 && !object.cursor.get('spec').exists;
    if (object.namespace !== 'kube-system' || isOnlyData) return;
    const place = object.metadata.at('namespace');
    report(
      place.exists ? place : object,
      say`${object.title} is in kube-system, beside what runs the cluster and often without its Pod Security. Give it a namespace of its own.`,
    );
  },
});
