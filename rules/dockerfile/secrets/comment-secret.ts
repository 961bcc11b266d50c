import { say } from '../../message';
import { cwe, dockerDocs } from '../../references';
import { findSecrets, secretsInArguments } from '../../secrets';
import { spanOf } from '../../text';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'comment-secret',
  topic: 'C1',
  severity: 'error',
  profile: 'essential',
  title: 'Credential in a comment, in the open',
  why: 'Whoever may read this file or its history has the credential. Comments that show how to build are often copied with the real values in them.',
  remedy: 'Take it out of the comment. Replace the credential, since it has leaked.',
  aliases: [],
  references: [cwe(615), dockerDocs('build/building/secrets/', 'Build secrets')],

  file({ comments, text }, { report }) {
    for (const { span } of comments) {
      const comment = text.slice(span.start, span.end);
      const found = [...findSecrets(comment), ...argumentsOfBuild(comment)];
      const [secret] = found;
      if (!secret) continue;
      report(
        spanOf(span.start + secret.start, span.start + secret.end),
        say`This comment has ${secret.kind} in the open. Take it out, and replace it, since it has leaked.`,
        { confidence: secret.confidence },
      );
    }
  },
});

/** Credentials among the words of a command that builds: `NPM_TOKEN=… docker build --secret …`, `--build-arg TOKEN=…`. */
function argumentsOfBuild(
  comment: string,
): { kind: string; confidence: 'high' | 'medium' | 'low'; start: number; end: number }[] {
  if (!/\b(?:docker|podman|buildah|nerdctl)\b[^\n]{0,200}\bb(?:uild|ake|ud)\b/.test(comment)) return [];
  const words = [...comment.matchAll(/(?:<[^<>]*>|[^\s"'<]|<(?![^<>]*>))+/g)].map((match) => ({
    text: match[0],
    start: match.index,
  }));
  return secretsInArguments(words.map(({ text }) => text))
    .filter(({ confidence }) => confidence !== 'low')
    .flatMap(({ kind, confidence, index }) => {
      const word = words[index];
      return word ? [{ kind, confidence, start: word.start, end: word.start + word.text.length }] : [];
    });
}
