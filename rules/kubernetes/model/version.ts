/** A minor version of Kubernetes 1; compared as numbers. */
export interface KubernetesVersion {
  readonly minor: number;
}

/** Reads `1.33`, `v1.33.2` or `1.33.x`; undefined for anything else. */
export function parseVersion(text: string): KubernetesVersion | undefined {
  const match = /^v?1\.(\d{1,3})(?:\.[\w.+-]*)?$/.exec(text.trim());
  return match?.[1] === undefined ? undefined : { minor: Number(match[1]) };
}
