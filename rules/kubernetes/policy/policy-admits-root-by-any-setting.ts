import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import type { Cursor } from '../../yaml/cursor';
import { isPodSecurityPolicy } from '../model/pod-security-policy';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'policy-admits-root-by-any-setting',
  topic: 'D4',
  severity: 'info',
  profile: 'all',
  title: 'Policy that admits root by one of its settings',
  why: 'One open setting is enough for a container to be root.',
  remedy: 'Refuse privileged, escalation, a writable root file system, root users and root groups.',
  aliases: ['kics:e3aa0612-4351-4a0d-983f-aefea25cf203'],
  references: [kubernetesDocs('concepts/security/pod-security-policy/', 'Pod Security Policies')],

  object(object, { report }) {
    if (!isPodSecurityPolicy(object)) return;
    const spec = object.cursor.get('spec');
    const isStrict =
      spec.get('privileged').boolean !== true &&
      spec.get('allowPrivilegeEscalation').boolean === false &&
      spec.get('readOnlyRootFilesystem').boolean === true &&
      spec.path('runAsUser', 'rule').string === 'MustRunAsNonRoot' &&
      refusesRootGroup(spec.get('supplementalGroups')) &&
      refusesRootGroup(spec.get('fsGroup'));
    if (!isStrict)
      report(
        object,
        say`${object.title} admits containers that run as root or become it. Refuse privileged, escalation, a writable root file system, root users and root groups.`,
      );
  },
});

function refusesRootGroup(field: Cursor): boolean {
  const ranges = field.get('ranges').items;
  return (
    field.get('rule').string === 'MustRunAs' &&
    ranges.length > 0 &&
    ranges.every((range) => (range.get('min').number ?? 0) > 0)
  );
}
