import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'extensions-v1beta1',
  topic: 'A6',
  severity: 'info',
  profile: 'all',
  title: 'Object of the group extensions',
  why: 'The group `extensions` was the place of trial for what stands in groups of its own since Kubernetes 1.9. No cluster of today serves it.',
  remedy: 'Use the group of its own: apps/v1, networking.k8s.io/v1.',
  aliases: ['kube-linter:no-extensions-v1beta'],
  references: [kubernetesDocs('reference/using-api/deprecation-guide/', 'Deprecated API migration guide')],

  object(object, { report }) {
    if (object.group !== 'extensions' || !object.apiVersion.startsWith('extensions/v1beta')) return;
    report(
      object.cursor.at('apiVersion'),
      say`${object.title} is of the group extensions, which is gone. Use the group of its own.`,
    );
  },
});
