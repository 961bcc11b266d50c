import { type ImageReference, parseReference } from '../../images/reference';
import type { Container } from './container';

export type PullPolicy = 'Always' | 'IfNotPresent' | 'Never';

const images = new WeakMap<Container, ImageReference | 'none'>();

/** The image of a container, where it is known and well formed. */
export function imageOf(container: Container): ImageReference | undefined {
  let image = images.get(container);
  if (image === undefined) {
    const text = container.cursor.at('image').string?.trim();
    image = (text === undefined || text === '' ? undefined : parseReference(text)) ?? 'none';
    images.set(container, image);
  }
  return image === 'none' ? undefined : image;
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
