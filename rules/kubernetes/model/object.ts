import type { Span } from '../../text';
import type { Cursor } from '../../yaml/cursor';
import { Pod } from './pod';
import { podPlaces } from './pod-places';
import type { AnyObject } from './types';

/** A Kubernetes object of a document: the document itself, or an element of a List. */
export class KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  #pods: readonly Pod[] | undefined;

  constructor(readonly cursor: Cursor<AnyObject>) {
    this.apiVersion = cursor.at('apiVersion').string ?? '';
    this.kind = cursor.at('kind').string ?? '';
  }

  /** The API group, empty for the core group. */
  get group(): string {
    const slash = this.apiVersion.indexOf('/');
    return slash < 0 ? '' : this.apiVersion.slice(0, slash);
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
    return labelsOf(this.metadata.at('labels'));
  }

  get annotations(): Readonly<Record<string, string>> {
    return labelsOf(this.metadata.at('annotations'));
  }

  /** For messages: Deployment `shop`. */
  get title(): string {
    return this.name === '' ? this.kind : `${this.kind} \`${this.name}\``;
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
  const entries: [string, string][] = [];
  for (const field of cursor.fields as Cursor[]) {
    const value = field.string;
    if (value !== undefined) entries.push([field.name, value]);
  }
  return Object.fromEntries(entries);
}

/** The objects of a document, those of Lists (nested too) one by one. */
export function objectsOf(root: Cursor): KubernetesObject[] {
  const object = new KubernetesObject(root as Cursor<AnyObject>);
  if (object.kind.endsWith('List') && root.get('items').isSequence) {
    return root.get('items').items.flatMap((item) => (item.isMap ? objectsOf(item) : []));
  }
  return object.apiVersion !== '' && object.kind !== '' ? [object] : [];
}
