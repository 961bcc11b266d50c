import { say } from '../../message';
import { cisKubernetes, kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';
import { reportSecretVariables } from '../model/secret-variables';

export default kubernetesRule({
  id: 'secret-in-environment',
  topic: 'D8',
  severity: 'info',
  profile: 'all',
  title: 'Secret handed over in the environment',
  why: 'The environment of a process shows up in crash reports, logs and child processes, and does not change when the Secret does. A file can be closed to others.',
  remedy: 'Mount the Secret as a volume and read the file.',
  aliases: [
    'CKV_K8S_35',
    'kics:3d658f8b-d988-41a0-a841-40043121de1e',
    'C-0207',
    'kubesec:SecretsAsEnvironmentVariables',
  ],
  references: [
    kubernetesDocs('concepts/security/secrets-good-practices/', 'Good practices for Secrets'),
    cisKubernetes('5.4.1'),
  ],

  container(container, { report }) {
    reportSecretVariables(container, report);
    for (const source of container.cursor.at('envFrom').items) {
      const secret = source.at('secretRef');
      if (secret.exists)
        report(
          secret,
          say`${container.title} gets a whole Secret in its environment. Mount it as files, which show up in fewer places.`,
        );
    }
  },
});
