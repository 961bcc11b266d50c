import type {
  AutoscalerFact,
  FactKind,
  FactPlace,
  Facts,
  FactTypes,
  LabelSelector,
  NetworkPolicyFact,
  PodFact,
  ServiceFact,
} from '../../facts';
import type { Cursor } from '../../yaml/cursor';
import { admissionsOf, brokenChecks } from './admission';
import { type KubernetesObject, labelsOf } from './object';
import type { Pod } from './pod';

/** What the objects of a document tell to rules over the workspace. */
export function factsOf(objects: readonly KubernetesObject[], uri: string, documentEnd: number): Facts {
  const facts: Gathered = {};
  for (const object of objects) gather(object, { uri, span: object.span, documentEnd }, facts);
  return facts;
}

type Gathered = { [Kind in FactKind]?: FactTypes[Kind][] };

function add<Kind extends FactKind>(facts: Gathered, kind: Kind, fact: FactTypes[Kind] | undefined): void {
  const list: FactTypes[Kind][] = facts[kind] ?? [];
  if (fact) list.push(fact);
  if (list.length > 0) facts[kind] = list as Gathered[Kind];
}

function gather(object: KubernetesObject, place: FactPlace, facts: Gathered): void {
  for (const pod of object.pods) if (!pod.isPatch) add(facts, 'pods', podFact(pod, place));
  const { group, kind, name, namespace } = object;
  switch (`${group}/${kind}`) {
    case '/Service':
      add(facts, 'services', serviceFact(object, place));
      break;
    case 'autoscaling/HorizontalPodAutoscaler':
      add(facts, 'autoscalers', autoscalerFact(object, place));
      break;
    case '/ServiceAccount':
      add(facts, 'serviceAccounts', { ...place, name, namespace });
      break;
    case 'networking.k8s.io/NetworkPolicy':
    case 'extensions/NetworkPolicy':
      add(facts, 'networkPolicies', networkPolicyFact(object, place));
      break;
    case '/Namespace':
      add(facts, 'namespaces', { ...place, name, labels: object.labels });
      for (const admission of admissionsOf(object, place)) add(facts, 'admissions', admission);
      break;
    default:
      if (foreignPolicyGroups.has(group) && kind.endsWith('NetworkPolicy'))
        add(facts, 'networkPolicies', foreignPolicyFact(object, place));
  }
}

/** Policies of network plugins and of the cluster's administrator, by group. Their selectors are languages of their own. */
const foreignPolicyGroups = new Set([
  'cilium.io',
  'crd.projectcalico.org',
  'projectcalico.org',
  'policy.networking.k8s.io',
]);

/** Such a policy is taken to hold for all pods that it may reach: better a miss than a false alarm. */
const foreignPolicyFact = (object: KubernetesObject, place: FactPlace): NetworkPolicyFact => ({
  ...place,
  name: object.name,
  namespace: object.namespace,
  selector: {},
  ingress: true,
  egress: true,
});

const podFact = (pod: Pod, place: FactPlace): PodFact => ({
  uri: place.uri,
  span: place.span,
  documentEnd: place.documentEnd,
  title: pod.title,
  kind: pod.object.kind,
  name: pod.object.name,
  namespace: pod.object.namespace,
  labels: pod.labels,
  images: pod.containers
    .map((container) => container.cursor.at('image').string ?? '')
    .filter((image) => image !== ''),
  serviceAccount: pod.spec.at('serviceAccountName').string,
  hostNetwork: pod.spec.at('hostNetwork').boolean === true,
  hasReplicas: pod.object.cursor.path('spec', 'replicas').exists,
  breaks: brokenChecks(pod),
});

/** A Service without a selector gets its addresses from elsewhere; one whose selector is filled in is not known. */
function serviceFact(object: KubernetesObject, place: FactPlace): ServiceFact | undefined {
  const selector = object.cursor.path('spec', 'selector');
  const fields = selector.fields as Cursor[];
  if (fields.length === 0 || fields.some(({ string }) => string === undefined)) return undefined;
  const { name, namespace } = object;
  return { ...place, name, namespace, selector: { matchLabels: labelsOf(selector) } };
}

function autoscalerFact(object: KubernetesObject, place: FactPlace): AutoscalerFact | undefined {
  const target = object.cursor.path('spec', 'scaleTargetRef');
  const [kind, name] = [target.get('kind').string, target.get('name').string];
  if (kind === undefined || name === undefined) return undefined;
  return { ...place, name: object.name, namespace: object.namespace, target: { kind, name } };
}

function networkPolicyFact(object: KubernetesObject, place: FactPlace): NetworkPolicyFact {
  const spec = object.cursor.get('spec');
  const types = spec.get('policyTypes');
  const named = types.items.map((item) => item.string);
  // Without policyTypes a policy is about ingress, and about egress too if it has egress rules.
  const ingress = types.exists ? named.includes('Ingress') : true;
  const egress = types.exists ? named.includes('Egress') : spec.get('egress').exists;
  return {
    ...place,
    name: object.name,
    namespace: object.namespace,
    selector: selectorOf(spec.get('podSelector')),
    ingress,
    egress,
  };
}

/** A label selector as plain data. */
export function selectorOf(cursor: Cursor): LabelSelector {
  const matchExpressions = cursor.get('matchExpressions').items.map((item) => ({
    key: item.get('key').text ?? '',
    operator: item.get('operator').text ?? '',
    values: item.get('values').items.map((value) => value.text ?? ''),
  }));
  return { matchLabels: labelsOf(cursor.get('matchLabels')), matchExpressions };
}
