import type { AdmissionFact, FactPlace } from '../../facts';
import type { KubernetesObject } from './object';
import type { Pod } from './pod';
import { podSecurityChecks } from './pod-security';
import { type PodSecurityLevel, podSecurityLevels } from './pod-security/check';
import type { KubernetesVersion } from './version';

/** What Pod Security lets into a namespace: its labels, and what pods break. */

/** The kinds whose pods are made as they are written; the controllers of other kinds may set more. */
const kindsOfPods = new Set([
  'Pod',
  'ReplicationController',
  'Deployment',
  'ReplicaSet',
  'StatefulSet',
  'DaemonSet',
  'Job',
  'CronJob',
]);

const checks = Object.values(podSecurityChecks);

type Check = (typeof checks)[number];

/**
 * The checks of Pod Security that a pod breaks, for every version at once: a Namespace may ask for the checks of a version
 * of its own. Empty for a pod that breaks none, and for one whose namespace is open.
 * @returns for each check, blanks between, its verdict at each of its versions: 1 where it is broken.
 */
export function brokenChecks(pod: Pod): string {
  if (pod.object.namespace === undefined || !kindsOfPods.has(pod.object.kind)) return '';
  const verdicts = checks.map((check) => verdictsOf(check, pod)).join(' ');
  return verdicts.includes('1') ? verdicts : '';
}

/** Before the first change, and from each change on. */
function verdictsOf({ find, changes }: Check, pod: Pod): string {
  let last = verdictAt(find, pod, 0);
  let verdicts = last;
  for (const { minor, concerns } of changes) {
    if (concerns(pod)) last = verdictAt(find, pod, minor);
    verdicts += last;
  }
  return verdicts;
}

const verdictAt = (find: Check['find'], pod: Pod, minor: number): string =>
  find(pod, { minor }).length > 0 ? '1' : '0';

/** What a pod breaks of the checks that an admission asks for, in words, each once. */
export function brokenUnder(
  breaks: string,
  level: PodSecurityLevel,
  { minor }: KubernetesVersion,
): readonly string[] {
  const asked = podSecurityLevels.slice(1, podSecurityLevels.indexOf(level) + 1);
  const verdicts = breaks.split(' ');
  const broken = checks.filter((check, index) => {
    const since = check.changes.findLastIndex((change) => change.minor <= minor) + 1;
    return asked.includes(check.level) && verdicts[index]?.[since] === '1';
  });
  return [...new Set(broken.map(({ about }) => about))];
}

const labelPrefix = 'pod-security.kubernetes.io/';

/** The label of a Namespace whose level pods must keep. */
export const enforceLabel = `${labelPrefix}enforce`;

/** What a Namespace's labels ask of its pods, for each mode; without a label that is known, nothing. */
export const admissionsOf = (namespace: KubernetesObject, place: FactPlace): AdmissionFact[] =>
  (['enforce', 'warn'] as const).map((mode) => {
    const label = namespace.metadata.at('labels').get(labelPrefix + mode);
    const version = namespace.metadata.at('labels').get(`${labelPrefix}${mode}-version`).string;
    return {
      ...place,
      span: label.span,
      namespace: namespace.name,
      mode,
      level: podSecurityLevels.find((level) => level === label.string) ?? 'privileged',
      version: version ?? 'latest',
    };
  });
