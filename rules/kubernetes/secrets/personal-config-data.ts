import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import type { Cursor } from '../../yaml/cursor';
import { isConfigMap, plainEntries, settingsIn } from '../model/credentials';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'personal-config-data',
  topic: 'D8',
  severity: 'info',
  profile: 'all',
  title: 'ConfigMap with personal data or names of keys',
  why: 'Names of users, addresses and keys help whoever prepares an attack, and personal data ought to be read by few.',
  remedy: 'Move it into a Secret.',
  aliases: [],
  alsoKnownAs: ['KSV-01010'],
  references: [kubernetesDocs('concepts/configuration/configmap/', 'ConfigMaps')],

  object(object, { report }) {
    if (!isConfigMap(object)) return;
    for (const entry of plainEntries(object)) {
      if (isNamed(entry))
        report(
          entry,
          say`${object.title} has \`${entry.name}\`, which looks like personal data or a key. Move it into a Secret.`,
        );
    }
  },
});

const pattern = /user_?name|e-?mail|phone|key/i;

/** True where the entry, or a setting in the file that it holds, has such a name or value. */
function isNamed(entry: Cursor): boolean {
  const text = entry.text ?? '';
  if (pattern.test(entry.name) || /[\w.+-]{1,64}@[\w-]{1,64}\.[a-z]{2,10}/i.test(text.slice(0, 20_000)))
    return true;
  return text.length < 200_000 && Array.from(settingsIn(text)).some(({ name }) => pattern.test(name));
}
