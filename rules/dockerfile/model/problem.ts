import type { Message } from '../../message';
import type { Span } from '../../text';

/** Something for which BuildKit would refuse the file. */
export interface Problem {
  readonly span: Span;
  readonly message: Message;
}
