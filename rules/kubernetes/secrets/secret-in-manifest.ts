import { say } from '../../message';
import { cwe, kubernetesDocs } from '../../references';
import { classifySecret, findSecrets } from '../../secrets';
import type { Cursor } from '../../yaml/cursor';
import { decoded, isEncrypted, isSecret, isUnset } from '../model/credentials';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'secret-in-manifest',
  topic: 'D8',
  severity: 'error',
  profile: 'recommended',
  title: 'Secret with its values in the open',
  why: 'The values of a Secret are only written in base64, which everyone can read. A manifest with them gives the credentials to all who may read the file or its history.',
  remedy:
    'Encrypt it (Sealed Secrets, SOPS), or have it made by an operator from a vault (External Secrets, Secrets Store CSI). Replace the credentials, since they have leaked.',
  aliases: [],
  references: [
    kubernetesDocs('concepts/security/secrets-good-practices/', 'Good practices for Secrets'),
    cwe(312),
  ],

  object(object, { report }) {
    if (!isSecret(object) || isEncrypted(object)) return;
    for (const { entry, text } of valuesOf(object.cursor)) {
      const kind = kindOf(entry.name, text);
      if (kind === undefined) continue;
      report(
        entry,
        say`${object.title} gives ${kind} to everyone who may read this file. Encrypt it or have an operator make it, and replace it, since it has leaked.`,
      );
    }
  },
});

/** The values of both maps as plain text, those that are known and set. */
function valuesOf(secret: Cursor): { entry: Cursor; text: string }[] {
  const plain = (secret.get('stringData').fields as Cursor[]).map((entry) => ({ entry, text: entry.text }));
  const coded = (secret.get('data').fields as Cursor[]).map((entry) => ({
    entry,
    text: decoded(entry.text ?? ''),
  }));
  return [...plain, ...coded].flatMap(({ entry, text }) =>
    text === undefined || isUnset(text) ? [] : [{ entry, text }],
  );
}

function kindOf(name: string, text: string): string | undefined {
  if (/^\.dockercfg$|^\.dockerconfigjson$/.test(name))
    return /"(?:auth|password)"\s{0,8}:\s{0,8}"[^"]/.test(text) ? 'the password of a registry' : undefined;
  const [token] = findSecrets(text);
  if (token) return token.kind;
  const secret = text.includes('\n') ? undefined : classifySecret(name, text);
  return secret && secret.confidence !== 'low' ? secret.kind : undefined;
}
