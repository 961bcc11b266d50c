import type { ImageReference } from './reference';

/**
 * True where an image comes from one of the registries (`registry.example.com`) or from below one of their paths
 * (`ghcr.io/our-team`). An empty list allows all.
 */
export function isAllowedRegistry(image: ImageReference, allowed: readonly string[]): boolean {
  if (allowed.length === 0) return true;
  const full = `${image.effectiveRegistry}/${image.repository}`;
  return allowed.some((entry) => {
    const prefix = entry.trim().replace(/(?<!\/)\/+$/, '');
    return prefix !== '' && (full === prefix || full.startsWith(`${prefix}/`));
  });
}
