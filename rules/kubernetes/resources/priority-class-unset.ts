import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'priority-class-unset',
  topic: 'D7',
  severity: 'info',
  profile: 'all',
  title: 'Pod without a priority class',
  why: 'Under pressure the scheduler pushes out what has the lowest priority, and pods without a class have none.',
  remedy: 'Name a priority class.',
  aliases: ['polaris:priorityClassNotSet'],
  references: [kubernetesDocs('concepts/scheduling-eviction/pod-priority-preemption/', 'Pod priority')],

  pod(pod, { report }) {
    const name = pod.spec.at('priorityClassName');
    if (!pod.isPatch && !name.isUnresolved && (name.text ?? '') === '')
      report(
        name.exists ? name : pod,
        say`${pod.title} has no priority class, so it is pushed out among the first. Set priorityClassName.`,
      );
  },
});
