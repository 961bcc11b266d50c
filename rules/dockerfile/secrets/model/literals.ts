import type { Confidence } from '../../../finding';
import { classifySecret, findSecrets, isHarmless, isPlaceholder, type PlacedSecret } from '../../../secrets';
import type { Span } from '../../../text';
import type { Pair } from '../../model/instructions/pairs';
import type { MappedText } from '../../model/mapped-text';
import { mentions } from '../../model/mentions';

/** A credential that stands in the file itself. */
export interface Literal {
  readonly kind: string;
  readonly confidence: Confidence;
  readonly span: Span;
}

/** Whether a file has any address, with or without a password. */
export const mentionsAddresses = mentions(/:\/\//);

/** A password in an address has a rule of its own. */
export const isInAddress = ({ kind }: { readonly kind: string }): boolean => kind.includes('address');

/** The credential that a variable or label holds, by its name or its form; variables in it are none. */
export function literalOf({ name, value }: Pair): Literal | undefined {
  const text = value?.expanded.variables.length === 0 ? value.known : undefined;
  if (text === undefined || !value) return undefined;
  const secret = classifySecret(name.known ?? name.raw, text);
  if (!secret || secret.confidence === 'low' || isInAddress(secret)) return undefined;
  return { kind: secret.kind, confidence: secret.confidence, span: value.span };
}

/** Credentials that are known by their form, at their places in the file. */
export const literalsIn = (
  text: MappedText,
  filter: (secret: PlacedSecret) => boolean = (secret) => !isInAddress(secret),
): readonly Literal[] =>
  findSecrets(text.text)
    .filter(filter)
    .map(({ kind, confidence, start, end }) => ({ kind, confidence, span: text.spanOf(start, end) }));

/** True where an ARG is there to be given a value: it has none, an empty one, or one that waits to be replaced. */
export function isGivenByBuild({ value }: Pair): boolean {
  if (!value) return true;
  const known = value.known;
  if (known === undefined) return false;
  const text = known.trim();
  return text === '' || (isPlaceholder(text) && isHarmless(text));
}
