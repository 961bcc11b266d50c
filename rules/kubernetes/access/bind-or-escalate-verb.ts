import { say } from '../../message';
import { cisKubernetes, kubernetesDocs } from '../../references';
import { rulesOf } from '../model/rbac';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'bind-or-escalate-verb',
  topic: 'D3',
  severity: 'info',
  profile: 'all',
  title: 'Role with the verb bind or escalate',
  why: 'With `escalate` one writes rights into a role that one does not have, with `bind` one binds a role that one does not have.',
  remedy: 'Leave the verbs out.',
  aliases: ['kics:8320826e-7a9c-4b0b-9535-578333193432'],
  references: [
    kubernetesDocs('concepts/security/rbac-good-practices/', 'Good practices for RBAC'),
    cisKubernetes('5.1.8'),
  ],

  object(object, { report }) {
    for (const access of rulesOf(object)) {
      if (access.verbs.some((verb) => verb === 'bind' || verb === 'escalate'))
        report(
          access.cursor.get('verbs'),
          say`${object.title} may bind or escalate roles. Leave the verbs out.`,
        );
    }
  },
});
