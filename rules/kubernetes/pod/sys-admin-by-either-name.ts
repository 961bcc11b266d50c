import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { addedCapabilities } from '../model/pod-security/capabilities';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'sys-admin-by-either-name',
  topic: 'B5',
  severity: 'error',
  profile: 'all',
  title: 'Container adds SYS_ADMIN, or CAP_SYS_ADMIN as some runtimes read it too',
  why: 'CAP_SYS_ADMIN lets a process mount file systems and change namespaces: it is close to being root on the node.',
  remedy: 'Remove it.',
  aliases: ['kubesec:CapSysAdmin'],
  references: [podSecurityStandards.baseline],

  container(container, { report }) {
    const added = addedCapabilities(container).find((item) => names.has(item.string ?? ''));
    if (added) report(added, say`${container.title} adds ${added.string ?? ''}. Remove it.`);
  },
});

const names: ReadonlySet<string> = new Set(['SYS_ADMIN', 'CAP_SYS_ADMIN']);
