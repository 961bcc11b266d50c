import { say } from '../../message';
import { hasLimit } from '../model/resources';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'sandbox-limits',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'Sandbox for agents without limits',
  why: 'Code that nobody has read can take the whole node when nothing holds it.',
  remedy: 'Set `limits` for CPU and memory.',
  aliases: ['C-0303'],
  references: [{ title: 'Agent Sandbox', url: 'https://agent-sandbox.sigs.k8s.io/' }],

  container(container, { report }) {
    if (container.pod.object.kind !== 'SandboxTemplate' || container.type === 'ephemeral') return;
    if (hasLimit(container, 'cpu') && hasLimit(container, 'memory')) return;
    report(
      container.cursor.at('resources'),
      say`${container.title} may take the whole node. Set limits for CPU and memory.`,
    );
  },
});
