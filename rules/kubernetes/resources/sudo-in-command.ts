import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'sudo-in-command',
  topic: 'B3',
  severity: 'warning',
  profile: 'all',
  title: '`sudo` in the command of a container',
  why: 'sudo needs a container that may gain rights. If the program needs root, say so openly; mostly it does not.',
  remedy: 'Run the command without sudo, as the user that it needs.',
  aliases: ['C-0062'],
  references: [kubernetesDocs('tasks/configure-pod-container/security-context/', 'Security context')],

  container(container, { report }) {
    for (const key of ['command', 'args'] as const) {
      for (const word of container.cursor.at(key).items) {
        if (/(?:^|[\s;&|/])sudo(?:\s|$)/.test(word.string ?? ''))
          report(
            word,
            say`${container.title} calls sudo in its command, so it must be allowed to gain rights. Run the command as the user that it needs.`,
          );
      }
    }
  },
});
