import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { addedCapabilities, dropsAll } from '../model/pod-security/capabilities';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'capabilities-beyond-bind',
  topic: 'B5',
  severity: 'info',
  profile: 'all',
  title: 'Container keeps or adds more than NET_BIND_SERVICE',
  why: 'A container needs at most the right to open ports below 1024.',
  remedy: 'Drop `ALL`, and add nothing but `NET_BIND_SERVICE`.',
  aliases: ['KSV-0106'],
  references: [podSecurityStandards.restricted],

  container(container, { report }) {
    const capabilities = container.securityContext.at('capabilities');
    const isDropping = dropsAll(container, (written) => written.toUpperCase() === 'ALL');
    const others = addedCapabilities(container).filter((item) => item.string !== 'NET_BIND_SERVICE');
    const [other] = others;
    if (isDropping === undefined || container.pod.isPatch) return;
    if (!isDropping)
      report(capabilities.get('drop'), say`${container.title} does not drop all capabilities. Drop ALL.`);
    else if (other)
      report(other, say`${container.title} adds more than NET_BIND_SERVICE. Remove \`${other.text ?? ''}\`.`);
  },
});
