import type {
  AutoscalerFact,
  FactPlace,
  Facts,
  LabelSelector,
  NamespaceFact,
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
  const place = (object: KubernetesObject): FactPlace => ({ uri, span: object.span, documentEnd });
  const pods = objects.flatMap((object) =>
    object.pods.filter((pod) => !pod.isPatch).map((pod) => podFact(pod, place(object))),
  );
  const networkPolicies = [
    ...ofKind(objects, 'networking.k8s.io', 'NetworkPolicy').map((object) =>
      networkPolicyFact(object, place(object)),
    ),
    ...objects
      .filter((object) => foreignPolicyGroups.has(object.group) && object.kind.endsWith('NetworkPolicy'))
      .map((object) => foreignPolicyFact(object, place(object))),
  ];
  const ownNamespaces = ofKind(objects, '', 'Namespace');
  const namespaces = ownNamespaces.map(
    (object): NamespaceFact => ({ ...place(object), name: object.name, labels: object.labels }),
  );
  const admissions = ownNamespaces.flatMap((object) => admissionsOf(object, place(object)));
  const services = ofKind(objects, '', 'Service').flatMap((object) => serviceFact(object, place(object)));
  const autoscalers = ofKind(objects, 'autoscaling', 'HorizontalPodAutoscaler').flatMap((object) =>
    autoscalerFact(object, place(object)),
  );
  const serviceAccounts = ofKind(objects, '', 'ServiceAccount').map((object) => ({
    ...place(object),
    name: object.name,
    namespace: object.namespace,
  }));
  return {
    ...(pods.length > 0 && { pods }),
    ...(services.length > 0 && { services }),
    ...(autoscalers.length > 0 && { autoscalers }),
    ...(serviceAccounts.length > 0 && { serviceAccounts }),
    ...(networkPolicies.length > 0 && { networkPolicies }),
    ...(namespaces.length > 0 && { namespaces, admissions }),
  };
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

const ofKind = (objects: readonly KubernetesObject[], group: string, kind: string): KubernetesObject[] =>
  objects.filter(
    (object) =>
      object.kind === kind &&
      (object.group === group || (object.group === 'extensions' && group === 'networking.k8s.io')),
  );

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
function serviceFact(object: KubernetesObject, place: FactPlace): ServiceFact[] {
  const selector = object.cursor.path('spec', 'selector');
  const fields = selector.fields as Cursor[];
  if (fields.length === 0 || fields.some(({ string }) => string === undefined)) return [];
  const { name, namespace } = object;
  return [{ ...place, name, namespace, selector: { matchLabels: labelsOf(selector) } }];
}

function autoscalerFact(object: KubernetesObject, place: FactPlace): AutoscalerFact[] {
  const target = object.cursor.path('spec', 'scaleTargetRef');
  const [kind, name] = [target.get('kind').string, target.get('name').string];
  if (kind === undefined || name === undefined) return [];
  return [{ ...place, name: object.name, namespace: object.namespace, target: { kind, name } }];
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
