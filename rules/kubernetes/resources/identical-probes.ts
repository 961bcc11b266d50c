import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import type { Cursor } from '../../yaml/cursor';
import { isRunToCompletion } from '../model/resources';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'identical-probes',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'Liveness and readiness probe ask the same',
  why: 'When a pod is too busy to answer, it ought to get fewer requests for a while. With one question for both it is killed instead, and its load falls on the others.',
  remedy: 'Let the liveness probe ask for less: only whether the process still works.',
  aliases: ['kube-score:pod-probes-identical'],
  references: [
    kubernetesDocs(
      'tasks/configure-pod-container/configure-liveness-readiness-startup-probes/',
      'Configure probes',
    ),
  ],

  container(container, { report }) {
    const liveness = container.cursor.at('livenessProbe') as Cursor;
    if (
      container.type === 'ephemeral' ||
      isRunToCompletion(container.pod) ||
      !sameQuestion(liveness, container.cursor.at('readinessProbe') as Cursor)
    )
      return;
    report(
      liveness,
      say`${container.title} is asked the same for liveness as for readiness, so it is killed when it is only busy. Let the liveness probe ask for less.`,
    );
  },
});

function sameQuestion(one: Cursor, other: Cursor): boolean {
  const same = (...route: string[]): boolean => one.path(...route).text === other.path(...route).text;
  if (one.get('httpGet').isMap && other.get('httpGet').isMap)
    return same('httpGet', 'path') && same('httpGet', 'port');
  if (one.get('tcpSocket').isMap && other.get('tcpSocket').isMap) return same('tcpSocket', 'port');
  const [a, b] = [one, other].map((probe) => probe.path('exec', 'command').items.map((word) => word.text));
  return (
    a !== undefined &&
    b !== undefined &&
    a.length > 0 &&
    a.length === b.length &&
    a.every((word, index) => word === b[index])
  );
}
