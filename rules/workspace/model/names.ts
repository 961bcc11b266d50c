import { lookup } from '../../lookup';

/** Which names there are in which namespaces. */
export class Names {
  readonly #namespaces = new Map<string, Set<string | undefined>>();

  constructor(all: Iterable<{ readonly name: string; readonly namespace: string | undefined }>) {
    for (const { name, namespace } of all) {
      const others = this.#namespaces.get(name);
      if (others) others.add(namespace);
      else this.#namespaces.set(name, new Set([namespace]));
    }
  }

  /** True where the name may be there: what names no namespace may be in any. */
  has(name: string, namespace: string | undefined): boolean {
    const there = this.#namespaces.get(name);
    return there !== undefined && (namespace === undefined || there.has(namespace) || there.has(undefined));
  }
}

/** A workload's name among those of all kinds. */
export const nameOf = (kind: string, name: string): string => `${kind}/${name}`;

export const workloadNames = lookup(
  'pods',
  ({ kind, name, namespace }) => ({ name: nameOf(kind, name), namespace }),
  (all) => new Names(all),
);

export const serviceAccountNames = lookup(
  'serviceAccounts',
  ({ name, namespace }) => ({ name, namespace }),
  (all) => new Names(all),
);
