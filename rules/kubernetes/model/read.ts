import { Cursor } from '../../yaml/cursor';
import { parseYaml, type YamlDocument } from '../../yaml/document';
import { type KubernetesObject, objectsOf } from './object';

/** Text that cannot hold a Kubernetes object is not parsed at all. */
const mayHoldObject = (text: string): boolean => text.includes('apiVersion') && text.includes('kind');

/** One YAML document and its objects; undefined where it can hold none, or is still a template. */
export function readManifest(
  text: string,
): { readonly document: YamlDocument; readonly objects: readonly KubernetesObject[] } | undefined {
  if (!mayHoldObject(text)) return undefined;
  const document = parseYaml(text);
  return document.isTemplate ? undefined : { document, objects: objectsOf(Cursor.root(document)) };
}
