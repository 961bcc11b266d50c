import { say } from '../../message';
import { cwe, kubernetesDocs } from '../../references';
import { type ArgumentSecret, secretsInArguments } from '../../secrets';
import type { Cursor } from '../../yaml/cursor';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'argument-secret',
  topic: 'D8',
  severity: 'error',
  profile: 'essential',
  title: 'Credential in the command of a container, in the open',
  why: 'Whoever may read this file or the workload has the credential, and so has every program that lists processes.',
  remedy:
    'Keep it in a Secret and refer to it: mount the Secret as a file, or set a variable with `valueFrom.secretKeyRef` and write `$(NAME)` in the command. Replace the credential, since it has leaked.',
  aliases: [],
  references: [
    kubernetesDocs('concepts/security/secrets-good-practices/', 'Good practices for Secrets'),
    kubernetesDocs(
      'tasks/inject-data-application/define-command-argument-container/',
      'Define a command and arguments',
    ),
    cwe(798),
  ],

  container(container, { report }) {
    for (const words of [container.cursor.at('command').items, container.cursor.at('args').items]) {
      for (const { place, kind, confidence } of secretsOf(words)) {
        report(
          place,
          say`${container.title} has ${kind} in the open, in its command. Take it from a Secret, and replace it, since it has leaked.`,
          { confidence },
        );
      }
    }
  },
});

interface Placed extends ArgumentSecret {
  readonly place: Cursor;
}

/** Credentials among the words of a command, and in the scripts that it hands to a shell. */
function secretsOf(words: readonly Cursor[]): Placed[] {
  const found: Placed[] = [];
  const plain = words.map((word) => (isScript(word) ? '' : (word.text ?? '')));
  for (const secret of secretsInArguments(plain)) {
    const place = words[secret.index];
    if (place && secret.confidence !== 'low') found.push({ ...secret, place });
  }
  for (const place of words.filter(isScript)) {
    const [first] = secretsInArguments(wordsOfScript(place.text ?? '')).filter(
      ({ confidence }) => confidence !== 'low',
    );
    if (first) found.push({ ...first, place });
  }
  return found;
}

const isScript = (word: Cursor): boolean => /\s/.test((word.text ?? '').trim());

const wordsOfScript = (script: string): string[] =>
  script
    .slice(0, 100_000)
    .split(/[\s;|&()]+/)
    .map((word) => word.replace(/["']/g, ''));
