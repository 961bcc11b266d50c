import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { hasTlsByAnnotation, tlsUnset } from '../model/ingress';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'ingress-without-tls',
  topic: 'E5',
  severity: 'warning',
  profile: 'recommended',
  title: 'Ingress without TLS',
  why: 'What goes through it is read and changed by everybody on the way, passwords and sessions too.',
  remedy: 'Name a certificate under `tls`.',
  aliases: [],
  references: [kubernetesDocs('concepts/services-networking/ingress/#tls', 'Ingress, TLS')],

  object(object, { report }) {
    const unset = tlsUnset(object);
    if (!unset || hasTlsByAnnotation(object)) return;
    report(
      unset,
      say`${object.title} has no TLS, so everybody on the way reads and changes what goes through it. Name a certificate under tls.`,
    );
  },
});
