import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isPodSecurityPolicy } from '../model/pod-security-policy';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'policy-without-seccomp',
  topic: 'D4',
  severity: 'warning',
  profile: 'all',
  title: 'Policy without a seccomp profile by default',
  why: 'Without a profile a container may call everything that the kernel offers.',
  remedy: 'Set the annotation `seccomp.security.alpha.kubernetes.io/defaultProfileName` to runtime/default.',
  aliases: ['CKV_K8S_32'],
  references: [kubernetesDocs('concepts/security/pod-security-policy/', 'Pod Security Policies')],

  object(object, { report }) {
    if (!isPodSecurityPolicy(object)) return;
    const profile = object.metadata
      .at('annotations')
      .get('seccomp.security.alpha.kubernetes.io/defaultProfileName');
    if (profile.isUnresolved || /^(?:runtime|docker)\/default$/.test(profile.string ?? '')) return;
    report(
      profile.exists ? profile : object,
      say`${object.title} gives pods no seccomp profile by default. Set the annotation to runtime/default.`,
    );
  },
});
