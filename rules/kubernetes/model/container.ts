import type { Span } from '../../text';
import type { Cursor } from '../../yaml/cursor';
import type { Pod } from './pod';
import type { Container as ContainerSpec, SecurityContext } from './types';

/** An init container with `restartPolicy: Always` is a sidecar: it runs as long as the pod. */
export type ContainerType = 'container' | 'init' | 'sidecar' | 'ephemeral';

const typeWords: Readonly<Record<ContainerType, string>> = {
  container: 'Container',
  init: 'Init container',
  sidecar: 'Sidecar container',
  ephemeral: 'Ephemeral container',
};

export class Container {
  readonly type: ContainerType;
  // Asked by hundreds of rules, so kept.
  #title: string | undefined;
  #securityContext: Cursor<SecurityContext | undefined> | undefined;

  constructor(
    readonly pod: Pod,
    readonly cursor: Cursor<ContainerSpec>,
    listed: ContainerType,
  ) {
    this.type = listed === 'init' && cursor.at('restartPolicy').string === 'Always' ? 'sidecar' : listed;
  }

  get name(): string {
    return this.cursor.at('name').text ?? '';
  }

  get securityContext(): Cursor<SecurityContext | undefined> {
    this.#securityContext ??= this.cursor.at('securityContext') as Cursor<SecurityContext | undefined>;
    return this.#securityContext;
  }

  /** For messages: Container `web` of Deployment `shop`. */
  get title(): string {
    const word = typeWords[this.type];
    this.#title ??= `${this.name === '' ? word : `${word} \`${this.name}\``} of ${this.pod.title}`;
    return this.#title;
  }

  /** Where a finding about the container as a whole stands: its name. */
  get span(): Span {
    return this.cursor.span;
  }

  /**
   * The setting that counts for this container, of those that a container may take from its pod: its own where it has
   * one, else the pod's.
   */
  inherited<
    K extends keyof SecurityContext & keyof NonNullable<import('./types').PodSpec['securityContext']>,
  >(key: K): Cursor<SecurityContext[K]> {
    const own = this.securityContext.at(key) as Cursor<SecurityContext[K]>;
    const pods = this.pod.securityContext.at(key) as unknown as Cursor<SecurityContext[K]>;
    return own.exists || !pods.exists ? own : pods;
  }
}
