import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'runtime-class',
  topic: 'B10',
  severity: 'info',
  profile: 'all',
  title: 'Pod without a sandboxed runtime',
  why: 'Containers share the kernel of their node. A runtime class for gVisor or Kata puts a second wall between them, for code that nobody should trust.',
  remedy: 'Set `runtimeClassName` to a class of the cluster that isolates more.',
  aliases: [],
  references: [kubernetesDocs('concepts/containers/runtime-class/', 'RuntimeClass')],

  pod(pod, { report }) {
    const name = pod.spec.at('runtimeClassName');
    if (name.exists || pod.isPatch) return;
    report(
      pod,
      say`${pod.title} shares the kernel of its node with all others. Set runtimeClassName where it runs code that nobody should trust.`,
    );
  },
});
