import { type ImageReference, parseReference } from '../../../images/reference';
import type { Span } from '../../../text';
import { derived } from '../../model/derived';
import { type Dockerfile, frontendIn } from '../../model/dockerfile';

/** The image that reads the Dockerfile, as `# syntax=` names it. */
export interface Frontend {
  readonly name: string;
  readonly reference: ImageReference;
  readonly span: Span;
}

export const frontendOf = derived((dockerfile: Dockerfile): Frontend | undefined => {
  const directive = dockerfile.directive('syntax');
  if (!directive) return undefined;
  const name = frontendIn(directive);
  const reference = parseReference(name);
  return reference && { name, reference, span: directive.valueSpan };
});

/** True for the frontends that Docker itself publishes. */
export const isDockers = ({ reference }: Frontend): boolean =>
  /^docker\/dockerfile(?:-upstream)?$/.test(reference.familiarName);
