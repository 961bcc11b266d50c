import { say } from '../../message';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'privileged-security-context-constraint',
  topic: 'D4',
  severity: 'error',
  profile: 'recommended',
  title: 'OpenShift constraint that allows privileged containers',
  why: 'A privileged container is root on its node: whoever may use this constraint owns the node.',
  remedy:
    'Set `allowPrivilegedContainer: false`, and give the constraint privileged of OpenShift to those who need it.',
  aliases: ['kube-linter:scc-deny-privileged-container'],
  references: [
    {
      title: 'OpenShift: security context constraints',
      url: 'https://docs.redhat.com/en/documentation/openshift_container_platform/4.19/html/authentication_and_authorization/managing-pod-security-policies',
    },
  ],

  object(object, { report }) {
    if (object.kind !== 'SecurityContextConstraints' || !/^(?:security\.openshift\.io)?$/.test(object.group))
      return;
    const allowed = object.cursor.get('allowPrivilegedContainer');
    if (allowed.boolean === true)
      report(
        allowed,
        say`${object.title} allows privileged containers, which are root on their node. Set it to false.`,
      );
  },
});
