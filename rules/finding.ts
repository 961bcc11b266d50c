import type { Message } from './message';
import type { Span, TextEdit } from './text';

/** How bad it is where it is true. */
export const severities = ['error', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];

/** How sure the rule is that it is true. */
export type Confidence = 'high' | 'medium' | 'low';

/**
 * `safe` fixes keep what the file does apart from the mistake; `review` fixes want a look before they are kept; `fill-in`
 * fixes leave a `blank` that only a person can fill, so only an editor offers them.
 */
export type Safety = 'safe' | 'review' | 'fill-in';

/** Where a person has to write something in the text of a `fill-in` fix. */
export const blank = '…';

/** A change of one file, or a new file. Places are offsets into the file's text as it was linted. */
export type Change =
  | { readonly kind: 'edit'; readonly uri: string; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'create'; readonly uri: string; readonly text: string };

/** A way to mend a finding. `changes` is asked only when someone wants the fix. */
export interface Fix {
  readonly title: Message;
  readonly safety: Safety;
  /** True where nobody could want another fix. */
  readonly preferred: boolean;
  readonly changes: () => readonly Change[];
}

/** Another place that explains the finding. */
export interface Related {
  readonly uri: string;
  readonly span: Span;
  readonly message: Message;
}

/** `unnecessary` is shown faded, `deprecated` struck out. */
export type Tag = 'unnecessary' | 'deprecated';

export interface Finding {
  readonly rule: string;
  readonly message: Message;
  readonly span: Span;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly fixes: readonly Fix[];
  readonly related: readonly Related[];
  readonly tags: readonly Tag[];
}
