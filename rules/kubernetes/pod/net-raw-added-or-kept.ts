import { say } from '../../message';
import { cisKubernetes } from '../../references';
import { addedCapabilities, dropsAll } from '../model/pod-security/capabilities';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'net-raw-added-or-kept',
  topic: 'B5',
  severity: 'info',
  profile: 'all',
  title: 'Container that sets its capabilities keeps NET_RAW, or gets it back',
  why: 'CAP_NET_RAW, which containers have by default, lets a process forge packets, and so answer for other pods.',
  remedy: 'Drop `ALL` or `NET_RAW`, and add neither.',
  aliases: ['kube-linter:drop-net-raw-capability'],
  references: [cisKubernetes('5.2.7')],

  container(container, { report }) {
    const added = addedCapabilities(container).find((item) => isNetRaw(item.string ?? ''));
    if (added) {
      report(
        added,
        say`${container.title} adds ${added.string ?? ''}, with which it can forge packets. Remove it.`,
      );
      return;
    }
    const capabilities = container.securityContext.at('capabilities');
    // Who says nothing of capabilities is told of by other rules.
    if (!capabilities.exists || dropsAll(container, isNetRaw) !== false || container.pod.isPatch) return;
    report(
      capabilities.get('drop'),
      say`${container.title} keeps NET_RAW, with which it can forge packets. Drop it.`,
    );
  },
});

const isNetRaw = (written: string): boolean =>
  written.toUpperCase() === 'ALL' || written === 'NET_RAW' || written === 'CAP_NET_RAW';
