import type { Node, Scalar } from 'yaml';
import table from '../../data/api-fields.json';
import { editDistance } from '../../words';
import type { Cursor } from '../../yaml/cursor';
import { behindAlias, formOf, isMergeKey, itemsOf, keyText, pairsOf, type Tree } from '../../yaml/node';
import type { KubernetesObject } from './object';

type Fields = Readonly<Record<string, string>>;

const types: Readonly<Record<string, Fields>> = table.types;
const kinds: Readonly<Record<string, string>> = table.kinds;

/** What is wrong with a field by the API's own types. */
export type FieldProblem =
  | {
      readonly kind: 'unknown';
      readonly field: Cursor;
      readonly type: string;
      readonly meant: string | undefined;
    }
  | { readonly kind: 'wrong-type'; readonly field: Cursor; readonly wanted: string };

const known = new WeakMap<KubernetesObject, readonly FieldProblem[]>();

/** The fields of an object that the API does not know, or knows as another type; none for custom resources. */
export function fieldProblems(object: KubernetesObject): readonly FieldProblem[] {
  const before = known.get(object);
  if (before) return before;
  const problems: FieldProblem[] = [];
  const type = kinds[`${object.apiVersion} ${object.kind}`];
  const { node, document } = object.cursor;
  if (type !== undefined && !looksRight(node ?? null, type, document, 0))
    walk(object.cursor as Cursor, type, problems, 0);
  known.set(object, problems);
  return problems;
}

export const hasField = (type: string, name: string): boolean => Object.hasOwn(types[type] ?? {}, name);

/** Deeper than any built-in kind; an alias that holds itself ends here. */
const maxDepth = 40;

/**
 * A quick look along the nodes, which needs no cursors: true where nothing can be wrong, as in most objects. Whatever is not
 * certain is left to `walk`: merge keys, text that another program fills in.
 */
function looksRight(source: Node | null, wanted: string, tree: Tree, depth: number): boolean {
  const { form, of } = shapeOf(wanted);
  const node = source ? behindAlias(source, tree) : undefined;
  if (form === 'any' || node === undefined) return true;
  if (depth > maxDepth) return false;
  switch (formOf(node)) {
    case 'scalar':
      return isScalarOf((node as Scalar).value as FieldScalar, wanted) || (node as Scalar).value === null;
    case 'sequence':
      return form === 'list' && itemsOf(node).every((item) => looksRight(item, of, tree, depth + 1));
    case 'map':
      return hasRightFields(node, wanted, tree, depth);
    default:
      return false;
  }
}

function hasRightFields(map: Node, wanted: string, tree: Tree, depth: number): boolean {
  const { form, of, fields } = shapeOf(wanted);
  if (form !== 'map' && form !== 'object') return false;
  for (const pair of pairsOf(map)) {
    const key = keyText(pair);
    const type = key === undefined || isMergeKey(pair) ? undefined : form === 'map' ? of : fields.get(key);
    if (type === undefined || !looksRight(pair.value, type, tree, depth + 1)) return false;
  }
  return true;
}

function walk(map: Cursor, type: string, problems: FieldProblem[], depth: number): void {
  const fields = types[type];
  if (!fields || !map.isMap || depth > maxDepth) return;
  for (const field of map.fields as Cursor[]) {
    const wanted = Object.hasOwn(fields, field.name) ? fields[field.name] : undefined;
    if (wanted !== undefined) check(field, wanted, problems, depth);
    // Keys of Kustomize's patches begin with `$`.
    else if (!field.name.startsWith('$'))
      problems.push({ kind: 'unknown', field, type, meant: meantBy(field.name, fields, map) });
  }
}

type FieldScalar = Cursor['scalar'];

/** What a type is that the table writes as text: `Container[]`, `string{}`, `Probe`, `number`. */
interface Shape {
  readonly form: 'any' | 'list' | 'map' | 'object' | 'scalar';
  /** The elements of a list or map. */
  readonly of: string;
  /** The types of an object's fields. */
  readonly fields: ReadonlyMap<string, string>;
}

const shapes = new Map<string, Shape>();

function shapeOf(wanted: string): Shape {
  let shape = shapes.get(wanted);
  if (!shape) {
    const suffix = wanted.slice(-2);
    const form =
      wanted === 'any'
        ? 'any'
        : suffix === '[]'
          ? 'list'
          : suffix === '{}'
            ? 'map'
            : types[wanted]
              ? 'object'
              : 'scalar';
    shape = { form, of: wanted.slice(0, -2), fields: new Map(Object.entries(types[wanted] ?? {})) };
    shapes.set(wanted, shape);
  }
  return shape;
}

function check(value: Cursor, wanted: string, problems: FieldProblem[], depth: number): void {
  const { form, of } = shapeOf(wanted);
  if (form === 'any' || !value.exists || value.isUnresolved) return;
  if (form === 'list') {
    if (!value.isSequence) problems.push({ kind: 'wrong-type', field: value, wanted });
    for (const item of value.items) check(item, of, problems, depth + 1);
  } else if (form === 'map') {
    if (!value.isMap) problems.push({ kind: 'wrong-type', field: value, wanted });
    for (const item of value.fields as Cursor[]) check(item, of, problems, depth + 1);
  } else if (form === 'object') {
    if (!value.isMap) problems.push({ kind: 'wrong-type', field: value, wanted });
    else walk(value, wanted, problems, depth + 1);
  } else if (!isScalarOf(value.scalar, wanted)) problems.push({ kind: 'wrong-type', field: value, wanted });
}

function isScalarOf(scalar: FieldScalar, wanted: string): boolean {
  if (wanted === 'quantity') return typeof scalar === 'string' || typeof scalar === 'number';
  return typeof scalar === wanted;
}

/** The field that a person meant: the same but for capitals, or the one that is nearest by letters. */
function meantBy(name: string, fields: Fields, map: Cursor): string | undefined {
  const free = Object.keys(fields).filter((field) => !map.get(field).exists);
  const folded = (text: string): string => text.toLowerCase().replace(/[-_]/g, '');
  const same = free.find((field) => folded(field) === folded(name));
  if (same !== undefined) return same;
  const limit = name.length < 4 ? 0 : name.length < 8 ? 1 : 2;
  const near = free.filter((field) => editDistance(field, name, limit) <= limit);
  return near.length === 1 ? near[0] : undefined;
}
