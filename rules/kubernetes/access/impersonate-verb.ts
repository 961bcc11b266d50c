import { say } from '../../message';
import { cisKubernetes, kubernetesDocs } from '../../references';
import { rulesOf } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'impersonate-verb',
  topic: 'D3',
  severity: 'info',
  profile: 'all',
  title: 'Role with the verb impersonate',
  why: 'Who may impersonate acts with the rights of somebody else, and under that name.',
  remedy: 'Leave the verb out.',
  aliases: ['kics:9f85c3f6-26fd-4007-938a-2e0cb0100980'],
  references: [
    kubernetesDocs('concepts/security/rbac-good-practices/', 'Good practices for RBAC'),
    cisKubernetes('5.1.8'),
  ],

  object(object, { report }) {
    for (const access of rulesOf(object)) {
      if (access.verbs.includes('impersonate'))
        report(
          access.cursor.get('verbs'),
          say`${object.title} may act as somebody else. Leave impersonate out.`,
        );
    }
  },
});
