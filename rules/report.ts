import type { Facts } from './facts';
import type { Finding } from './finding';
import type { Suppression } from './suppression';

/** A check that threw. Its finding is lost; all others stay. */
export interface Failure {
  readonly rule: string;
  readonly error: string;
}

/**
 * What linting gives of a piece of a file that is parsed by itself: a YAML document, or a whole Dockerfile. Places are
 * offsets into the piece's own text, so that it can be used again wherever it moves.
 */
export interface Part {
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly facts: Facts;
  readonly suppressions: readonly Suppression[];
  readonly failures: readonly Failure[];
}

export interface PlacedPart {
  readonly part: Part;
  /** Where the part's text begins in the file. */
  readonly offset: number;
}
