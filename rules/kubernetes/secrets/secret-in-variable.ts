import { cisKubernetes, kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';
import { reportSecretVariables } from '../model/secret-variables';

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
    reportSecretVariables(container, report);
  },
});
