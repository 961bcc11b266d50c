/** Releases of well-known images with a hole that is used in attacks on clusters. As of 2026-10. */
export interface VulnerableRelease {
  readonly id: string;
  /** What the image's repository ends in. */
  readonly image: RegExp;
  /** From the first, which is in, to the fixed one, which is not. */
  readonly from: readonly [number, number, number];
  readonly fixed: readonly [number, number, number];
  readonly harm: string;
  readonly source: string;
}

const argoCd = /(?:^|\/)argocd$/;
const grafana = /(?:^|\/)grafana(?:-enterprise|-oss)?$/;
const kyverno = /(?:^|\/)kyverno$/;
const ingressNginx = /(?:^|\/)ingress-nginx\/controller(?:-chroot)?$/;
const advisory = (repository: string, id: string): string =>
  `https://github.com/${repository}/security/advisories/${id}`;

export const vulnerableReleases: readonly VulnerableRelease[] = [
  {
    id: 'CVE-2022-24348',
    image: argoCd,
    from: [0, 0, 0],
    fixed: [2, 1, 9],
    harm: 'a chart can read files of other applications, secrets with them',
    source: advisory('argoproj/argo-cd', 'GHSA-63qx-x74g-jcr7'),
  },
  {
    id: 'CVE-2022-24348',
    image: argoCd,
    from: [2, 2, 0],
    fixed: [2, 2, 4],
    harm: 'a chart can read files of other applications, secrets with them',
    source: advisory('argoproj/argo-cd', 'GHSA-63qx-x74g-jcr7'),
  },
  {
    id: 'CVE-2022-39328',
    image: grafana,
    from: [9, 2, 0],
    fixed: [9, 2, 4],
    harm: 'a stranger can reach any endpoint without a login while it is under load',
    source: advisory('grafana/grafana', 'GHSA-vqc4-mpj8-jxch'),
  },
  {
    id: 'CVE-2022-47633',
    image: kyverno,
    from: [1, 8, 3],
    fixed: [1, 8, 5],
    harm: 'images without a valid signature are let in',
    source: advisory('kyverno/kyverno', 'GHSA-m3cq-xcx9-3gvm'),
  },
  {
    id: 'CVE-2018-18264',
    image: /(?:^|\/)kubernetes-dashboard(?:-[a-z0-9]+)?$/,
    from: [1, 0, 0],
    fixed: [1, 10, 1],
    harm: 'a stranger can skip the login and read secrets',
    source: 'https://nvd.nist.gov/vuln/detail/CVE-2018-18264',
  },
  {
    id: 'CVE-2025-1974',
    image: ingressNginx,
    from: [0, 0, 0],
    fixed: [1, 11, 5],
    harm: 'any pod can run code in it and read all Secrets',
    source: 'https://kubernetes.io/blog/2025/03/24/ingress-nginx-cve-2025-1974/',
  },
  {
    id: 'CVE-2025-1974',
    image: ingressNginx,
    from: [1, 12, 0],
    fixed: [1, 12, 1],
    harm: 'any pod can run code in it and read all Secrets',
    source: 'https://kubernetes.io/blog/2025/03/24/ingress-nginx-cve-2025-1974/',
  },
];
