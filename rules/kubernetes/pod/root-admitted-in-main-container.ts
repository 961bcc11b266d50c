import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { isUnknown } from '../model/pod-security/check';
import { kubernetesRule } from '../model/rule';
import { effectiveUser } from '../model/user';

export default kubernetesRule({
  id: 'root-admitted-in-main-container',
  topic: 'B2',
  severity: 'info',
  profile: 'all',
  title: 'Container, but for those of the start, may be root',
  why: 'Neither the user nor `runAsNonRoot` keeps root out.',
  remedy: 'Set `runAsNonRoot: true` for the pod, or a user other than 0.',
  aliases: ['CKV_K8S_23'],
  references: [podSecurityStandards.restricted],

  container(container, { report }) {
    const nonRoot = container.inherited('runAsNonRoot');
    const user = effectiveUser(container);
    if (container.type !== 'container' || nonRoot.boolean === true || (user.number ?? 0) !== 0) return;
    if (isUnknown(nonRoot) || isUnknown(user) || container.pod.isPatch) return;
    report(nonRoot, say`${container.title} may run as root. Set runAsNonRoot to true, or another user.`);
  },
});
