import { say } from '../../message';
import { cisKubernetes, kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'secret-in-variable',
  topic: 'D8',
  severity: 'info',
  profile: 'all',
  title: 'Variable that takes its value from a Secret',
  why: 'The environment of a process shows up in crash reports, logs and child processes, and does not change when the Secret does. A file can be closed to others.',
  remedy: 'Mount the Secret as a volume and read the file.',
  aliases: ['kube-linter:read-secret-from-env-var'],
  references: [
    kubernetesDocs('concepts/security/secrets-good-practices/', 'Good practices for Secrets'),
    cisKubernetes('5.4.1'),
  ],

  container(container, { report }) {
    for (const variable of container.cursor.at('env').items) {
      if (variable.at('valueFrom').at('secretKeyRef').exists)
        report(
          variable,
          say`${container.title} gets a Secret in ${variable.at('name').text ?? ''}. Mount it as a file, which shows up in fewer places.`,
        );
    }
  },
});
