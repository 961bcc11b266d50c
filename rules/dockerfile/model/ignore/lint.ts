import type { Part } from '../../../report';
import { spanOf } from '../../../text';
import { ignoreLines } from './ignore-file';

/** A .dockerignore has no findings of its own; what it says counts for the Dockerfiles that it is for. */
export const lintIgnoreFile = (text: string, uri: string): Part => ({
  text,
  findings: [],
  facts: { ignoreFiles: [{ uri, span: spanOf(0, 0), documentEnd: text.length, lines: ignoreLines(text) }] },
  suppressions: [],
  failures: [],
});
