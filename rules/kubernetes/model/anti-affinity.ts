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

const termsOf = (pod: Pod): readonly Cursor[] => {
  const rules = pod.spec.at('affinity').get('podAntiAffinity');
  const required = rules.get('requiredDuringSchedulingIgnoredDuringExecution').items;
  const preferred = rules
    .get('preferredDuringSchedulingIgnoredDuringExecution')
    .items.map((item) => item.get('podAffinityTerm'));
  return [...required, ...preferred];
};

/** True where the pod keeps away from others of its own kind on the same node or in the same zone. */
export const keepsApart = (pod: Pod): boolean =>
  termsOf(pod).some(
    (term) => spreading.has(term.get('topologyKey').string ?? '') && isAboutItself(term, pod),
  );

/** The same of nodes alone, and only where the namespaces that are named are its own. */
export const keepsNodesApart = (pod: Pod): boolean =>
  termsOf(pod).some(
    (term) =>
      term.get('topologyKey').string === 'kubernetes.io/hostname' &&
      isAboutItself(term, pod) &&
      isInOwnNamespace(term, pod),
  );

const isAboutItself = (term: Cursor, pod: Pod): boolean =>
  term.get('labelSelector').exists && selects(selectorOf(term.get('labelSelector')), pod.labels);

function isInOwnNamespace(term: Cursor, pod: Pod): boolean {
  const { namespace } = pod.object;
  const named = term.get('namespaces').items.map((item) => item.string);
  return named.length === 0 || namespace === undefined || named.includes(namespace);
}
