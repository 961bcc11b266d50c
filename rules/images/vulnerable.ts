import { type VulnerableRelease, vulnerableReleases } from '../data/vulnerable-images';
import type { ImageReference } from './reference';

/** The numbers of a version such as `v1.10.1` or `2.4.0-alpine`; undefined for anything else. */
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

/** The holes that an image is known for, by its name and tag. */
export function vulnerabilitiesOf(image: ImageReference): readonly VulnerableRelease[] {
  const version = versionOf(image.tag);
  if (!version) return [];
  return vulnerableReleases.filter(
    (release) =>
      release.image.test(image.repository) &&
      compareVersions(version, release.from) >= 0 &&
      compareVersions(version, release.fixed) < 0,
  );
}
