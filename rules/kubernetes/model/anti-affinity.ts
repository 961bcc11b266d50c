import type { Cursor } from '../../yaml/cursor';
import { selectorOf } from './facts';
import type { Pod } from './pod';
import { selects } from './selector';

const spreading = new Set([
  'kubernetes.io/hostname',
  'topology.kubernetes.io/zone',
  'topology.kubernetes.io/region',
  'failure-domain.beta.kubernetes.io/zone',
  'failure-domain.beta.kubernetes.io/region',
]);

/** True where the pod keeps away from others of its own kind on the same node or in the same zone. */
export function keepsApart(pod: Pod): boolean {
  const rules = pod.spec.at('affinity').get('podAntiAffinity');
  const required = rules.get('requiredDuringSchedulingIgnoredDuringExecution').items;
  const preferred = rules
    .get('preferredDuringSchedulingIgnoredDuringExecution')
    .items.map((item) => item.get('podAffinityTerm'));
  return [...required, ...preferred].some((term) => isAboutItself(term, pod));
}

const isAboutItself = (term: Cursor, pod: Pod): boolean =>
  spreading.has(term.get('topologyKey').string ?? '') &&
  term.get('labelSelector').exists &&
  selects(selectorOf(term.get('labelSelector')), pod.labels);
