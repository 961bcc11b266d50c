import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'sandbox-runtime-class',
  topic: 'B10',
  severity: 'warning',
  profile: 'recommended',
  title: 'Sandbox for agents without a runtime that isolates',
  why: 'An agent runs code that nobody has read. With the usual runtime it shares the kernel of the node with all others.',
  remedy: 'Set `runtimeClassName` to gVisor or Kata.',
  aliases: ['C-0297'],
  references: [
    { title: 'Agent Sandbox', url: 'https://agent-sandbox.sigs.k8s.io/' },
    kubernetesDocs('concepts/containers/runtime-class/', 'RuntimeClass'),
  ],

  pod(pod, { report }) {
    if (pod.object.kind !== 'SandboxTemplate' || !pod.object.group.endsWith('agents.x-k8s.io')) return;
    const name = pod.spec.at('runtimeClassName');
    if (
      name.isUnresolved ||
      /gvisor|runsc|kata|firecracker|cloud-hypervisor|confidential/i.test(name.string ?? '')
    )
      return;
    report(
      name.exists ? name : pod,
      say`${pod.title} runs the code of agents on the kernel of the node. Set runtimeClassName to gVisor or Kata.`,
    );
  },
});
