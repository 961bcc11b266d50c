import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'secret-named-variable',
  topic: 'D8',
  severity: 'info',
  profile: 'all',
  title: 'Variable with secret in its name has a plain value',
  why: 'What is called a secret and stands in the open is one mostly.',
  remedy: 'Take it from a Secret with `valueFrom.secretKeyRef`.',
  aliases: ['kube-linter:env-var-secret'],
  references: [kubernetesDocs('concepts/security/secrets-good-practices/', 'Good practices for Secrets')],

  container(container, { report }) {
    for (const variable of container.cursor.at('env').items) {
      const value = variable.at('value');
      if (!/secret/i.test(variable.at('name').string ?? '') || (value.text ?? '') === '') continue;
      report(
        variable,
        say`${container.title} has the variable ${variable.at('name').text ?? ''} with a plain value. Take it from a Secret.`,
      );
    }
  },
});
