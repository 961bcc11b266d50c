import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { isUnknown } from '../model/pod-security/check';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'nothing-dropped',
  topic: 'B5',
  severity: 'info',
  profile: 'all',
  title: 'Container drops no capability',
  why: 'A program that needs no capability should have none.',
  remedy: 'Set `capabilities.drop`, best to `[ALL]`.',
  aliases: ['KSV-0004', 'kics:268ca686-7fb7-4ae9-b129-955a2a89064e'],
  references: [podSecurityStandards.restricted],

  container(container, { report }) {
    const drop = container.securityContext.at('capabilities').get('drop');
    if (drop.exists || isUnknown(drop) || container.pod.isPatch) return;
    report(drop, say`${container.title} drops no capability. Drop ALL.`);
  },
});
