import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import type { Cursor } from '../../yaml/cursor';
import { isConfigMap, plainEntries, settingsIn } from '../model/credentials';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'sensitive-config-key',
  topic: 'D8',
  severity: 'info',
  profile: 'all',
  title: 'ConfigMap with a name of secrets',
  why: 'ConfigMaps are made to be read by many. What is called a password or token does not belong there, whatever it holds now.',
  remedy: 'Move it into a Secret.',
  aliases: [],
  alsoKnownAs: ['KSV-0109'],
  references: [kubernetesDocs('concepts/configuration/configmap/', 'ConfigMaps')],

  object(object, { report }) {
    if (!isConfigMap(object)) return;
    for (const entry of plainEntries(object)) {
      if (isNamed(entry))
        report(
          entry,
          say`${object.title} has \`${entry.name}\`, which by its names holds a secret. Move it into a Secret.`,
        );
    }
  },
});

const pattern = /passw(?:or)?d|^pass$|pwd|secret|token|aws_access_key|_pass$/i;

/** True where the entry, or a setting in the file that it holds, has such a name. */
function isNamed(entry: Cursor): boolean {
  const text = entry.text ?? '';
  if (pattern.test(entry.name)) return true;
  return text.length < 200_000 && Array.from(settingsIn(text)).some(({ name }) => pattern.test(name));
}
