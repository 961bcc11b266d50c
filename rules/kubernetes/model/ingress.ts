import type { Place } from '../../rule';
import type { KubernetesObject } from './object';

/** Where an Ingress lacks TLS of its own: at an empty `tls`, or at the object; undefined for what has it or is no Ingress. */
export function tlsUnset(object: KubernetesObject): Place | undefined {
  if (object.kind !== 'Ingress' || !/^(?:networking\.k8s\.io|extensions)$/.test(object.group))
    return undefined;
  const tls = object.cursor.path('spec', 'tls');
  if (!object.cursor.get('spec').isMap || tls.items.length > 0 || tls.isUnresolved) return undefined;
  return tls.exists ? tls : object;
}

/** Annotations that name a certificate of the cloud, or leave TLS to the pods. */
const certificateAnnotations = [
  'networking.gke.io/managed-certificates',
  'ingress.gcp.kubernetes.io/pre-shared-cert',
  'alb.ingress.kubernetes.io/certificate-arn',
  'appgw.ingress.kubernetes.io/appgw-ssl-certificate',
];

const switches = [
  'traefik.ingress.kubernetes.io/router.tls',
  'nginx.ingress.kubernetes.io/ssl-passthrough',
  'haproxy.org/ssl-passthrough',
];

/** True where annotations for the controller ask for TLS. */
export function hasTlsByAnnotation(object: KubernetesObject): boolean {
  const annotations = object.metadata.at('annotations');
  return (
    certificateAnnotations.some((name) => annotations.get(name).exists) ||
    switches.some((name) => annotations.get(name).text === 'true') ||
    (annotations.get('alb.ingress.kubernetes.io/listen-ports').text ?? '').includes('HTTPS')
  );
}
