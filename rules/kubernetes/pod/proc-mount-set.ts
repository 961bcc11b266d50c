import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'proc-mount-set',
  topic: 'B4',
  severity: 'info',
  profile: 'all',
  title: '`procMount` is set',
  why: 'The default masks of /proc are asked for by leaving the field out.',
  remedy: 'Remove `procMount`.',
  aliases: ['KSV-0027'],
  references: [podSecurityStandards.baseline],

  container(container, { report }) {
    const mount = container.securityContext.at('procMount');
    if (mount.exists) report(mount, say`${container.title} sets procMount. Remove it.`);
  },
});
