import type { Reference } from './rule';

/** Sources that many rules name. A rule may also write a reference of its own. */

export const kubernetesDocs = (path: string, title: string): Reference => ({
  title: `Kubernetes: ${title}`,
  url: `https://kubernetes.io/docs/${path}`,
});

export const podSecurityStandards = {
  baseline: kubernetesDocs(
    'concepts/security/pod-security-standards/#baseline',
    'Pod Security Standards, baseline',
  ),
  restricted: kubernetesDocs(
    'concepts/security/pod-security-standards/#restricted',
    'Pod Security Standards, restricted',
  ),
} as const;

export const dockerDocs = (path: string, title: string): Reference => ({
  title: `Docker: ${title}`,
  url: `https://docs.docker.com/${path}`,
});

/** CIS Kubernetes Benchmark, by number of the recommendation. */
export const cisKubernetes = (number: string): Reference => ({
  title: `CIS Kubernetes Benchmark ${number}`,
  url: 'https://www.cisecurity.org/benchmark/kubernetes',
});

/** CIS Docker Benchmark, by number of the recommendation. */
export const cisDocker = (number: string): Reference => ({
  title: `CIS Docker Benchmark ${number}`,
  url: 'https://www.cisecurity.org/benchmark/docker',
});

export const cwe = (number: number): Reference => ({
  title: `CWE-${number}`,
  url: `https://cwe.mitre.org/data/definitions/${number}.html`,
});

/** ShellCheck's page about a mistake, by its number: `SC2086`. */
export const shellCheck = (code: string): Reference => ({
  title: `ShellCheck ${code}`,
  url: `https://www.shellcheck.net/wiki/${code}`,
});
