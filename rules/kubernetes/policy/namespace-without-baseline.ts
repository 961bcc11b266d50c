import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { setAny } from '../../yaml/edit';
import { enforceLabel } from '../model/admission';
import { isKind } from '../model/kinds';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'namespace-without-baseline',
  topic: 'D4',
  severity: 'info',
  profile: 'recommended',
  title: 'Namespace lets in privileged pods',
  why: 'Pod Security refuses pods that take over their node where a label of the Namespace asks for it. Without it whoever may create pods here is root on the nodes.',
  remedy:
    'Label the Namespace `pod-security.kubernetes.io/enforce: baseline`, or `restricted`; give pods that need more a Namespace of their own.',
  aliases: ['C-0193', 'C-0194', 'C-0195', 'C-0196', 'C-0202', 'C-0203', 'C-0204'],
  references: [kubernetesDocs('concepts/security/pod-security-admission/', 'Pod Security Admission')],
  fix: 'review',

  object(object, { report }) {
    if (!isKind(object, '', 'Namespace')) return;
    const label = object.metadata.at('labels').get(enforceLabel);
    if (label.isUnresolved || label.string === 'baseline' || label.string === 'restricted') return;
    report(
      label.exists ? label : object,
      say`${object.title} does not enforce baseline, so a pod may run privileged, in the namespaces of its node and with its files. Set the label ${enforceLabel} to baseline or restricted.`,
      { fix: { title: say`Enforce baseline`, edits: [setAny(label, 'baseline')] } },
    );
  },
});
