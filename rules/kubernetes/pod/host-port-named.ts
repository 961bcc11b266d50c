import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'host-port-named',
  topic: 'B13',
  severity: 'info',
  profile: 'all',
  title: 'A port names a hostPort',
  why: 'A hostPort is open on every address of the node; 0 means none, and is better left out.',
  remedy: 'Remove `hostPort`.',
  aliases: ['CKV_K8S_26', 'KSV-0024', 'kics:2b1836f1-dcce-416e-8e16-da8c71920633'],
  references: [podSecurityStandards.baseline],

  container(container, { report }) {
    for (const port of container.cursor.at('ports').items) {
      const hostPort = port.at('hostPort');
      if (hostPort.exists) report(hostPort, say`${container.title} names a hostPort. Remove it.`);
    }
  },
});
