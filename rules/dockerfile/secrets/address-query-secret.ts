import { matchesOf } from '../../matches';
import { say } from '../../message';
import { cwe, dockerDocs } from '../../references';
import { findSecrets, isPlaceholder } from '../../secrets';
import { type Span, spanOf } from '../../text';
import { dockerfileRule } from '../model/rule';
import { mentionsAddresses } from './model/literals';

export default dockerfileRule({
  id: 'address-query-secret',
  topic: 'C1',
  severity: 'error',
  profile: 'essential',
  title: 'Token in the query of an address, in the open',
  why: 'Whoever may read this file, its history or the history of the image has the token. Addresses are also written to the logs of every server and proxy on the way.',
  remedy:
    'Mount the token with `RUN --mount=type=secret` and send it in a header: `curl -H "Authorization: Bearer $(cat /run/secrets/token)" …`. Replace it, since it has leaked.',
  aliases: [],
  references: [dockerDocs('build/building/secrets/', 'Build secrets'), cwe(598), cwe(798)],
  inOnbuild: true,

  instruction(instruction, { report, dockerfile }) {
    if (instruction.kind === 'onbuild') return;
    if (!mentionsAddresses(dockerfile)) return;
    const { start, end } = instruction.span;
    for (const span of tokensIn(dockerfile.text.slice(start, end), start))
      report(
        span,
        say`This address has a token in it, in the open. Send it in a header from a mounted secret, and replace it, since it has leaked.`,
      );
  },
});

const query =
  /:\/\/[^\s"'<>?]{1,300}\?(?:[^\s"'<>]{0,300}&)?(?:(?:access|private|job|auth|deploy)_token|api_?key|apikey|token|sig|X-Amz-Signature)=([^\s"'<>&;\\]{8,500})/gi;

/** Random texts, not words and not variables. A token of a known form after `ADD` is told here, in commands elsewhere. */
function tokensIn(text: string, at: number): Span[] {
  return matchesOf(text, query).flatMap((match) => {
    const token = match[1] ?? '';
    const isRandom = /\d/.test(token) && /[A-Za-z]/.test(token) && token.length >= 16;
    if (!isRandom || /[$`{]/.test(token) || isPlaceholder(token)) return [];
    if (!/^\s*ADD\b/i.test(text) && findSecrets(token).length > 0) return [];
    const start = at + match.index + match[0].length - token.length;
    return [spanOf(start, start + token.length)];
  });
}
