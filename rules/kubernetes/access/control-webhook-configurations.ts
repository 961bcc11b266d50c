import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { rulesOf } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'control-webhook-configurations',
  topic: 'D3',
  severity: 'info',
  profile: 'all',
  title: 'ClusterRole that controls admission webhooks',
  why: 'A webhook sees and changes every object that is written, Secrets and pods too.',
  remedy: 'Name the configurations by `resourceNames`.',
  aliases: ['CKV_K8S_155'],
  references: [kubernetesDocs('concepts/security/rbac-good-practices/', 'Good practices for RBAC')],

  object(object, { report }) {
    if (object.kind !== 'ClusterRole') return;
    for (const access of rulesOf(object)) {
      if (
        access.covers(
          'admissionregistration.k8s.io',
          'mutatingwebhookconfigurations',
          'validatingwebhookconfigurations',
        ) &&
        access.allows('create', 'update', 'patch')
      )
        report(
          access.cursor.get('resources'),
          say`${object.title} controls admission webhooks, which see and change every object. Name those that are needed.`,
        );
    }
  },
});
