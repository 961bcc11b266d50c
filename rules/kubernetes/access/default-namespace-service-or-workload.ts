import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isKind } from '../model/kinds';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'default-namespace-service-or-workload',
  topic: 'D4',
  severity: 'info',
  profile: 'all',
  title: 'Service or workload in the namespace default',
  why: 'Roles, policies, quotas and Pod Security are given by namespace. In a namespace that all share none of them keeps one thing from another.',
  remedy: 'Give it a namespace of its own.',
  aliases: ['kube-linter:use-namespace'],
  references: [kubernetesDocs('concepts/overview/working-with-objects/namespaces/', 'Namespaces')],

  object(object, { report }) {
    const place = object.metadata.at('namespace');
    if (object.pods.length === 0 && !isKind(object, '', 'Service')) return;
    if (place.isUnresolved || (object.namespace || 'default') !== 'default') return;
    report(
      place.exists ? place : object,
      say`${object.title} is in the namespace default, or in whatever namespace happens to be set when it is applied. Give it one of its own.`,
    );
  },
});
