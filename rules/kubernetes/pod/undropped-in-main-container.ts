import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { dropsAll } from '../model/pod-security/capabilities';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'undropped-in-main-container',
  topic: 'B5',
  severity: 'info',
  profile: 'all',
  title: 'Container, but for those of the start, keeps capabilities',
  why: 'A program that needs no capability should have none.',
  remedy: 'Drop `ALL`.',
  aliases: ['KSV-0003'],
  references: [podSecurityStandards.restricted],

  container(container, { report }) {
    if (container.type !== 'container' || container.pod.isPatch) return;
    if (dropsAll(container, (written) => written.toUpperCase() === 'ALL') === false)
      report(
        container.securityContext.at('capabilities').get('drop'),
        say`${container.title} keeps capabilities. Drop ALL.`,
      );
  },
});
