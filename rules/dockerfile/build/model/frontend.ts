import { type ImageReference, parseReference } from '../../../images/reference';
import type { Span } from '../../../text';
import { derived } from '../../model/derived';
import type { Dockerfile } from '../../model/dockerfile';

/** The image that reads the Dockerfile, as `# syntax=` names it. */
export interface Frontend {
  readonly name: string;
  readonly reference: ImageReference;
  readonly span: Span;
}

export const frontendOf = derived((dockerfile: Dockerfile): Frontend | undefined => {
  const directive = dockerfile.directive('syntax');
  const name = directive?.value.split(' ')[0];
  const reference = name === undefined ? undefined : parseReference(name);
  return directive && name !== undefined && reference
    ? { name, reference, span: directive.valueSpan }
    : undefined;
});

/** True for the frontends that Docker itself publishes. */
export const isDockers = ({ reference }: Frontend): boolean =>
  /^docker\/dockerfile(?:-upstream)?$/.test(reference.familiarName);
