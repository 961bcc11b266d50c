import { say } from '../../message';
import { cisKubernetes } from '../../references';
import { dropsAll } from '../model/pod-security/capabilities';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'net-raw-kept',
  topic: 'B5',
  severity: 'info',
  profile: 'all',
  title: 'Container keeps NET_RAW',
  why: 'CAP_NET_RAW, which containers have by default, lets a process forge packets, and so answer for other pods.',
  remedy: 'Drop `ALL` or `NET_RAW`.',
  aliases: ['CKV_K8S_28', 'kics:dbbc6705-d541-43b0-b166-dd4be8208b54'],
  references: [cisKubernetes('5.2.7')],

  container(container, { report }) {
    const isDropped = dropsAll(
      container,
      (written) => written.toUpperCase() === 'ALL' || written === 'NET_RAW' || written === 'CAP_NET_RAW',
    );
    if (isDropped !== false || container.pod.isPatch) return;
    report(
      container.securityContext.at('capabilities').get('drop'),
      say`${container.title} keeps NET_RAW, with which it can forge packets. Drop it.`,
    );
  },
});
