import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'default-namespace-workload',
  topic: 'D4',
  severity: 'info',
  profile: 'all',
  title: 'Workload in the namespace default',
  why: 'Roles, policies, quotas and Pod Security are given by namespace. In a namespace that all share none of them keeps one thing from another.',
  remedy: 'Give it a namespace of its own.',
  aliases: ['KSV-0110', 'C-0061'],
  references: [kubernetesDocs('concepts/overview/working-with-objects/namespaces/', 'Namespaces')],

  object(object, { report }) {
    if (object.metadata.at('namespace').isUnresolved) return;
    if (object.pods.length === 0 || (object.namespace ?? 'default') !== 'default') return;
    const place = object.metadata.at('namespace');
    report(
      place.exists ? place : object,
      say`${object.title} runs in the namespace default, or in whatever is set when it is applied. Give it a namespace of its own.`,
    );
  },
});
