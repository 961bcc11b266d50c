import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { setAny } from '../../yaml/edit';
import { isKind } from '../model/kinds';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'default-account-token',
  topic: 'D2',
  severity: 'info',
  profile: 'all',
  title: 'Default service account hands out its token',
  why: 'Each pod that names no account gets the token of this one, whether it needs it or not.',
  remedy: 'Set `automountServiceAccountToken: false` on the account.',
  aliases: ['CKV_K8S_41', 'C-0189'],
  references: [
    kubernetesDocs(
      'tasks/configure-pod-container/configure-service-account/',
      'Configure service accounts for pods',
    ),
  ],
  fix: 'review',

  object(object, { report }) {
    if (!isKind(object, '', 'ServiceAccount') || object.name !== 'default') return;
    const automount = object.cursor.get('automountServiceAccountToken');
    if (automount.boolean === false || automount.isUnresolved) return;
    report(
      automount.exists ? automount : object,
      say`The service account default gives its token to each pod that names no account. Set automountServiceAccountToken to false.`,
      {
        fix: { title: say`Set automountServiceAccountToken to false`, edits: [setAny(automount, false)] },
      },
    );
  },
});
