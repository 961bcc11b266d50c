import type { PodSecurityLevel } from './kubernetes/model/pod-security/check';
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
  /** True where the workload says how many pods it wants. */
  readonly hasReplicas: boolean;
  /** The checks of Pod Security that it breaks, as `brokenUnder` reads them; empty where its namespace is not known. */
  readonly breaks: string;
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

/** What a Namespace asks of its pods in one mode of Pod Security; the place is the label, where there is one. */
export interface AdmissionFact extends FactPlace {
  readonly namespace: string;
  readonly mode: 'enforce' | 'warn';
  readonly level: PodSecurityLevel;
  /** As `v1.33`, or `latest`. */
  readonly version: string;
}

/** A Service that finds its pods by labels. */
export interface ServiceFact extends FactPlace {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly selector: LabelSelector;
}

export interface AutoscalerFact extends FactPlace {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly target: { readonly kind: string; readonly name: string };
}

export interface ServiceAccountFact extends FactPlace {
  readonly name: string;
  readonly namespace: string | undefined;
}

/** A file or folder of the build context that COPY or ADD brings into a stage that is built. */
export interface ContextCopyFact extends FactPlace {
  /** `COPY` or `ADD`. */
  readonly title: string;
  /** The path in the context in its shortest form, `.` for all of it. */
  readonly source: string;
  /** True where the layer is one of the image. */
  readonly isInImage: boolean;
  /** True where the instruction itself leaves files out. */
  readonly hasExcludes: boolean;
}

/** What a .dockerignore leaves out of the build context. */
export interface IgnoreFileFact extends FactPlace {
  /** Its patterns, `!` before exceptions. */
  readonly lines: readonly string[];
}

/** Kinds of facts; a new kind is added here and where it is gathered. */
export interface FactTypes {
  readonly pods: PodFact;
  readonly networkPolicies: NetworkPolicyFact;
  readonly namespaces: NamespaceFact;
  readonly admissions: AdmissionFact;
  readonly services: ServiceFact;
  readonly autoscalers: AutoscalerFact;
  readonly serviceAccounts: ServiceAccountFact;
  readonly contextCopies: ContextCopyFact;
  readonly ignoreFiles: IgnoreFileFact;
}

export type FactKind = keyof FactTypes;
export type Facts = { readonly [Kind in FactKind]?: readonly FactTypes[Kind][] };
