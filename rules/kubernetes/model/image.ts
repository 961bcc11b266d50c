import { type ImageReference, parseReference } from '../../images/reference';
import type { Container } from './container';

export type PullPolicy = 'Always' | 'IfNotPresent' | 'Never';

/** The image of a container, where it is known and well formed. */
export function imageOf(container: Container): ImageReference | undefined {
  const text = container.cursor.at('image').string?.trim();
  return text === undefined || text === '' ? undefined : parseReference(text);
}

/** True where what the reference names can be another image tomorrow: `latest`, which is also meant by no tag. */
export const isLatest = (image: ImageReference): boolean =>
  image.digest === undefined && (image.tag ?? 'latest') === 'latest';

/** The policy that Kubernetes goes by: as written, else `Always` for `latest` and `IfNotPresent` for all others. */
export function pullPolicyOf(container: Container, image: ImageReference): PullPolicy | undefined {
  const policy = container.cursor.at('imagePullPolicy');
  if (policy.isUnresolved) return undefined;
  const written = policy.string;
  if (written === undefined || written === '') return isLatest(image) ? 'Always' : 'IfNotPresent';
  return written === 'Always' || written === 'IfNotPresent' || written === 'Never' ? written : undefined;
}

/** A version as numbers, of a tag such as `v1.10.1` or `2.4.0-alpine`; undefined for anything else. */
export function versionOf(tag: string | undefined): readonly number[] | undefined {
  const match = /^v?(\d{1,6})\.(\d{1,6})(?:\.(\d{1,6}))?(?![\d.])/.exec(tag ?? '');
  return match ? [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)] : undefined;
}

/** Negative where `a` is the older version. */
export function compareVersions(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
