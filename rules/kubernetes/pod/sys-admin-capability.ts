import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { addedCapabilities } from '../model/pod-security/capabilities';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'sys-admin-capability',
  topic: 'B5',
  severity: 'error',
  profile: 'all',
  title: 'Container adds SYS_ADMIN',
  why: 'CAP_SYS_ADMIN lets a process mount file systems and change namespaces: it is close to being root on the node.',
  remedy: 'Remove it.',
  aliases: ['KSV-0005', 'CKV_K8S_39', 'kics:235236ee-ad78-4065-bd29-61b061f28ce0'],
  references: [podSecurityStandards.baseline],

  container(container, { report }) {
    const added = addedCapabilities(container).find((item) => item.string === 'SYS_ADMIN');
    if (added) report(added, say`${container.title} adds SYS_ADMIN. Remove it.`);
  },
});
