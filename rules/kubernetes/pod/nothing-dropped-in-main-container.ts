import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { isUnknown } from '../model/pod-security/check';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'nothing-dropped-in-main-container',
  topic: 'B5',
  severity: 'info',
  profile: 'all',
  title: 'Container, but for those of the start, drops no capability',
  why: 'A program that needs no capability should have none.',
  remedy: 'Set `capabilities.drop`, best to `[ALL]`.',
  aliases: ['KSV-0004'],
  references: [podSecurityStandards.restricted],

  container(container, { report }) {
    const drop = container.securityContext.at('capabilities').get('drop');
    if (container.type !== 'container' || drop.exists || isUnknown(drop) || container.pod.isPatch) return;
    report(drop, say`${container.title} drops no capability. Drop ALL.`);
  },
});
