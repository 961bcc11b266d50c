import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { kubernetesRule } from '../model/rule';
import { refusesRoot, runsAsNonRoot } from '../model/user';

export default kubernetesRule({
  id: 'root-admitted',
  topic: 'B2',
  severity: 'info',
  profile: 'all',
  title: 'Container may be root',
  why: 'Neither the user nor `runAsNonRoot` keeps root out.',
  remedy: 'Set `runAsNonRoot: true` for the pod, or a user other than 0.',
  aliases: ['kics:cf34805e-3872-4c08-bf92-6ff7bb0cfadb', 'polaris:runAsRootAllowed'],
  references: [podSecurityStandards.restricted],

  container(container, { report }) {
    const isSafe = runsAsNonRoot(container);
    if (isSafe === 'yes' || isSafe === undefined || refusesRoot(container) || container.pod.isPatch) return;
    report(container, say`${container.title} may run as root. Set runAsNonRoot to true, or another user.`);
  },
});
