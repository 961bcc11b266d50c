import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'proc-mount-unmasked',
  topic: 'B4',
  severity: 'error',
  profile: 'all',
  title: '`procMount` is Unmasked',
  why: 'Root in the container can use the unmasked parts of /proc against the node.',
  remedy: 'Remove `procMount`.',
  aliases: ['kics:f922827f-aab6-447c-832a-e1ff63312bd3', 'kube-linter:unsafe-proc-mount'],
  references: [podSecurityStandards.baseline],

  container(container, { report }) {
    const mount = container.securityContext.at('procMount');
    if (mount.string === 'Unmasked')
      report(mount, say`${container.title} sees all of /proc. Remove procMount.`);
  },
});
