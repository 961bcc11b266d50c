import { type OldApi, oldApis } from '../../data/api-versions';
import type { KubernetesObject } from './object';
import type { KubernetesVersion } from './version';

const byKind = new Map<string, OldApi>(
  oldApis.flatMap((api) => api.kinds.map((kind): [string, OldApi] => [`${api.apiVersion} ${kind}`, api])),
);

/** What is known of the object's API where it is deprecated or removed at the version. */
export function oldApiOf(object: KubernetesObject, version: KubernetesVersion): OldApi | undefined {
  const api = byKind.get(`${object.apiVersion} ${object.kind}`);
  return api && version.minor >= api.deprecated ? api : undefined;
}
