import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { setAny } from '../../yaml/edit';
import { enforceLabel } from '../model/admission';
import { isKind } from '../model/kinds';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'namespace-without-restricted',
  topic: 'D4',
  severity: 'info',
  profile: 'all',
  title: 'Namespace does not enforce the restricted standard',
  why: 'The restricted standard of Pod Security refuses pods that may run as root, keep capabilities, or lack a seccomp filter.',
  remedy: 'Label the Namespace `pod-security.kubernetes.io/enforce: restricted` once its pods keep it.',
  aliases: ['C-0197', 'C-0198', 'C-0200', 'C-0201'],
  references: [kubernetesDocs('concepts/security/pod-security-admission/', 'Pod Security Admission')],
  fix: 'review',

  object(object, { report }) {
    if (!isKind(object, '', 'Namespace')) return;
    const label = object.metadata.at('labels').get(enforceLabel);
    if (label.isUnresolved || label.string === 'restricted') return;
    report(
      label.exists ? label : object,
      say`${object.title} does not enforce restricted, so a pod may run as root and with more than it needs. Set the label ${enforceLabel} to restricted.`,
      { fix: { title: say`Enforce restricted`, edits: [setAny(label, 'restricted')] } },
    );
  },
});
