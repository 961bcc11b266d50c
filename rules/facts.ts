import type { Span } from './text';

/** Where a fact stands. Spans are offsets into the file. */
export interface FactPlace {
  readonly uri: string;
  readonly span: Span;
  /** The end of the document that holds it, where another document can be added. */
  readonly documentEnd: number;
}

/** A pod or a pod template. */
export interface PodFact extends FactPlace {
  /** For messages: Deployment `shop`. */
  readonly title: string;
  readonly kind: string;
  readonly name: string;
  /** Undefined where the file leaves it open. */
  readonly namespace: string | undefined;
  readonly labels: Readonly<Record<string, string>>;
  readonly images: readonly string[];
  readonly serviceAccount: string | undefined;
  readonly hostNetwork: boolean;
}

/** As the API has it: all of `matchLabels` and `matchExpressions` must hold; empty selects all. */
export interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly {
    readonly key: string;
    readonly operator: string;
    readonly values?: readonly string[];
  }[];
}

export interface NetworkPolicyFact extends FactPlace {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly selector: LabelSelector;
  readonly ingress: boolean;
  readonly egress: boolean;
}

export interface NamespaceFact extends FactPlace {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** Kinds of facts; a new kind is added here and where it is gathered. */
export interface FactTypes {
  readonly pods: PodFact;
  readonly networkPolicies: NetworkPolicyFact;
  readonly namespaces: NamespaceFact;
}

export type FactKind = keyof FactTypes;
export type Facts = { readonly [Kind in FactKind]?: readonly FactTypes[Kind][] };
