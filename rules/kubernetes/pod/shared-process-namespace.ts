import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { set } from '../../yaml/edit';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'shared-process-namespace',
  topic: 'B13',
  severity: 'info',
  profile: 'all',
  title: 'Containers of a pod see the processes of each other',
  why: 'A container can then read the environment and files of the others, and signal their processes.',
  remedy: 'Remove `shareProcessNamespace`, unless one container has to watch another.',
  aliases: [],
  references: [
    kubernetesDocs(
      'tasks/configure-pod-container/share-process-namespace/',
      'Share process namespace between containers in a pod',
    ),
  ],
  fix: 'review',

  pod(pod, { report }) {
    const shared = pod.spec.at('shareProcessNamespace');
    if (shared.boolean !== true) return;
    report(
      shared,
      say`Containers of ${pod.title} see the processes, environment and files of each other. Set it to false.`,
      {
        fix: { title: say`Set shareProcessNamespace to false`, edits: [set(shared, false)] },
      },
    );
  },
});
