import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'proc-mount-of-main-container',
  topic: 'B4',
  severity: 'warning',
  profile: 'all',
  title: 'Main container sets `procMount` to something else than Default',
  why: 'Root in the container can use the unmasked parts of /proc against the node.',
  remedy: 'Remove `procMount`.',
  aliases: ['polaris:procMount'],
  references: [podSecurityStandards.baseline],

  container(container, { report }) {
    const mount = container.securityContext.at('procMount');
    if (container.type !== 'container' || mount.string === undefined || mount.string === 'Default') return;
    report(mount, say`${container.title} sets procMount to \`${mount.string}\`. Remove it.`);
  },
});
