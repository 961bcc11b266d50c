import type { Span } from '../../text';
import type { Cursor } from '../../yaml/cursor';
import { Pod } from './pod';
import { podPlaces } from './pod-places';
import type { AnyObject } from './types';

/** A Kubernetes object of a document: the document itself, or an element of a List. */
export class KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  /** The API group, empty for the core group. */
  readonly group: string;
  // Asked by hundreds of rules, so kept.
  #pods: readonly Pod[] | undefined;
  #title: string | undefined;
  #labels: Readonly<Record<string, string>> | undefined;
  #annotations: Readonly<Record<string, string>> | undefined;

  constructor(readonly cursor: Cursor<AnyObject>) {
    this.apiVersion = cursor.at('apiVersion').string ?? '';
    this.kind = cursor.at('kind').string ?? '';
    this.group = this.apiVersion.slice(0, Math.max(0, this.apiVersion.indexOf('/')));
  }

  get metadata(): Cursor<AnyObject['metadata']> {
    return this.cursor.at('metadata');
  }

  /** The name as people see it; `generateName` with a star where that stands instead. */
  get name(): string {
    const name = this.metadata.at('name').text;
    if (name !== undefined) return name;
    const prefix = this.metadata.at('generateName').text;
    return prefix === undefined ? '' : `${prefix}*`;
  }

  /** The namespace as written; undefined where the file leaves it open. */
  get namespace(): string | undefined {
    return this.metadata.at('namespace').string;
  }

  /** The labels that are known as text. */
  get labels(): Readonly<Record<string, string>> {
    this.#labels ??= labelsOf(this.metadata.at('labels'));
    return this.#labels;
  }

  get annotations(): Readonly<Record<string, string>> {
    this.#annotations ??= labelsOf(this.metadata.at('annotations'));
    return this.#annotations;
  }

  /** For messages: Deployment `shop`. */
  get title(): string {
    this.#title ??= this.name === '' ? this.kind : `${this.kind} \`${this.name}\``;
    return this.#title;
  }

  /** The pods that this object makes: none, one, or several for kinds that hold many templates. */
  get pods(): readonly Pod[] {
    this.#pods ??= podPlaces(this).map((place) => new Pod(this, place));
    return this.#pods;
  }

  /** Where a finding about the object as a whole stands. */
  get span(): Span {
    const name = this.metadata.at('name');
    return name.exists ? name.span : this.cursor.at('kind').span;
  }
}

/** A map of strings as plain data; values that are no known strings are left out. */
export function labelsOf(cursor: Cursor): Readonly<Record<string, string>> {
  const labels: Record<string, string> = {};
  for (const field of cursor.fields as Cursor[]) {
    const value = field.string;
    if (value === undefined) continue;
    // No label of Kubernetes, but a name that would set something else.
    if (field.name === '__proto__') Object.defineProperty(labels, field.name, { value, enumerable: true });
    else labels[field.name] = value;
  }
  return labels;
}

/** The objects of a document, those of Lists (nested too) one by one. What aliases repeat is one object. */
export function objectsOf(root: Cursor, seen: Set<unknown> = new Set()): KubernetesObject[] {
  const object = new KubernetesObject(root as Cursor<AnyObject>);
  if (seen.has(root.node)) return [];
  seen.add(root.node);
  if (object.kind.endsWith('List') && root.get('items').isSequence) {
    return root.get('items').items.flatMap((item) => (item.isMap ? objectsOf(item, seen) : []));
  }
  return object.apiVersion !== '' && object.kind !== '' ? [object] : [];
}
