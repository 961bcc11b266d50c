import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'sensitive-variable',
  topic: 'D8',
  severity: 'info',
  profile: 'all',
  title: 'Variable with a name of secrets has a plain value',
  why: 'Names such as PASSWORD, TOKEN or KEY mostly mean that the value gives access to something.',
  remedy: 'Take it from a Secret with `valueFrom.secretKeyRef`.',
  aliases: ['C-0259'],
  references: [kubernetesDocs('concepts/security/secrets-good-practices/', 'Good practices for Secrets')],

  container(container, { report }) {
    for (const variable of container.cursor.at('env').items) {
      const value = variable.at('value');
      if (
        !sensitive.test(variable.at('name').string ?? '') ||
        (value.text ?? '') === '' ||
        value.isUnresolved
      )
        continue;
      report(
        variable,
        say`${container.title} has the variable ${variable.at('name').text ?? ''} with a plain value. Take it from a Secret if it gives access to something.`,
      );
    }
  },
});

const sensitive =
  /password|passwd|pwd|secret|token|credential|bearer|jwt|api_?key|access_?key|private_?key|_key$|^key$/i;
