import type { Span } from '../../text';
import type { Cursor } from '../../yaml/cursor';
import { Container, type ContainerType } from './container';
import { type KubernetesObject, labelsOf } from './object';
import type { PodPlace } from './pod-places';
import type { Container as ContainerSpec, ObjectMeta, PodSpec } from './types';

/** True for a workload that is there as a whole; false for a fragment that is laid over one elsewhere. */
export const isWhole = (object: KubernetesObject): boolean =>
  object.pods.length > 0 && !object.pods.some((pod) => pod.isPatch);

/** A pod, as an object of its own or as the template of a workload. */
export class Pod {
  readonly spec: Cursor<PodSpec>;
  readonly metadata: Cursor<ObjectMeta | undefined>;
  // Asked by hundreds of rules, so kept.
  #containers: readonly Container[] | undefined;
  #holders: readonly (Container | undefined)[] | undefined;
  #securityContext: Cursor<PodSpec['securityContext']> | undefined;
  #labels: Readonly<Record<string, string>> | undefined;
  #isPatch: boolean | undefined;

  constructor(
    readonly object: KubernetesObject,
    place: PodPlace,
  ) {
    this.spec = place.spec;
    this.metadata = place.metadata;
  }

  /** All containers, in the order in which they start: init and sidecar containers, containers, ephemeral containers. */
  get containers(): readonly Container[] {
    this.#containers ??= [
      ...this.#listed('initContainers', 'init'),
      ...this.#listed('containers', 'container'),
      ...this.#listed('ephemeralContainers', 'ephemeral'),
    ];
    return this.#containers;
  }

  /** What may hold a security context: the pod as a whole, told by undefined, and its containers. */
  get holders(): readonly (Container | undefined)[] {
    this.#holders ??= [undefined, ...this.containers];
    return this.#holders;
  }

  get securityContext(): Cursor<PodSpec['securityContext']> {
    this.#securityContext ??= this.spec.at('securityContext');
    return this.#securityContext;
  }

  /** Labels of the pod itself, by which policies and Services select it. */
  get labels(): Readonly<Record<string, string>> {
    this.#labels ??= labelsOf(this.metadata.get('labels'));
    return this.#labels;
  }

  /** Annotations that are read from the pod: its own, not those of its workload. */
  get annotations(): Cursor<Record<string, string> | undefined> {
    return this.metadata.at('annotations');
  }

  /** `windows` only where the pod says so; the API takes a pod that says nothing for Linux. */
  get os(): string | undefined {
    return this.spec.at('os').at('name').string;
  }

  /** True where the pod runs in a user namespace of its own (`hostUsers: false`). */
  get hasUserNamespace(): boolean {
    return this.spec.at('hostUsers').boolean === false;
  }

  /**
   * True for a fragment that is laid over a whole manifest elsewhere (a Kustomize patch): a workload that lacks what its
   * kind must have, and a container that lacks its image. What such a fragment leaves out says nothing.
   */
  get isPatch(): boolean {
    this.#isPatch ??= this.#looksLikePatch();
    return this.#isPatch;
  }

  /** For messages: Deployment `shop`, or Pod `shop`. */
  get title(): string {
    return this.object.title;
  }

  /** Where a finding about the pod as a whole stands. */
  get span(): Span {
    return this.object.kind === 'Pod' ? this.object.span : this.spec.keySpan;
  }

  #looksLikePatch(): boolean {
    const { kind, group, cursor } = this.object;
    if (kind === 'Pod' || kind === 'PodTemplate') return false;
    const isWhole =
      group === 'batch' ? this.spec.at('restartPolicy').exists : cursor.get('spec').get('selector').exists;
    const { containers } = this;
    return (
      !isWhole &&
      (containers.length === 0 || containers.some((container) => !container.cursor.at('image').exists))
    );
  }

  #listed(key: 'containers' | 'initContainers' | 'ephemeralContainers', type: ContainerType): Container[] {
    const list = this.spec.at(key) as Cursor<ContainerSpec[]>;
    return list.items
      .filter((item) => item.isMap)
      .map((item) => new Container(this, item as Cursor<ContainerSpec>, type));
  }
}
