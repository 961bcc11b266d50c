import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import type { Cursor } from '../../yaml/cursor';
import { isConfigMap, plainEntries } from '../model/credentials';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'sensitive-configuration',
  topic: 'D8',
  severity: 'info',
  profile: 'all',
  title: 'Configuration with a name of secrets has a plain value',
  why: 'Whoever may read the files of the configuration has what stands in them.',
  remedy: 'Take it from a Secret.',
  aliases: ['C-0012'],
  references: [kubernetesDocs('concepts/security/secrets-good-practices/', 'Good practices for Secrets')],

  object(object, { report }) {
    for (const pod of object.pods)
      for (const container of pod.containers)
        for (const variable of container.cursor.at('env').items) {
          if (sensitive.test(variable.at('name').string ?? '') && isSet(variable.at('value')))
            report(
              variable,
              say`${container.title} has ${variable.at('name').text ?? ''} in the open. Take it from a Secret if it gives access to something.`,
            );
        }
    if (!isConfigMap(object)) return;
    for (const entry of plainEntries(object)) {
      if ((sensitive.test(entry.name) && isSet(entry)) || /PRIVATE KEY-----|eyJhbGciO/.test(entry.text ?? ''))
        report(
          entry,
          say`${object.title} has \`${entry.name}\` in the open. Move it into a Secret if it gives access to something.`,
        );
    }
  },
});

const sensitive =
  /aws_access_key_id|aws_secret_access_key|azure_.{0,40}key|secret|password|pwd|token|jwt|bearer|credential|^key$|_key$/i;

const isSet = (value: Cursor): boolean => !value.isUnresolved && (value.text ?? '').trim() !== '';
