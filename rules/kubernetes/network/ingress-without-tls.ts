import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'ingress-without-tls',
  topic: 'E5',
  severity: 'warning',
  profile: 'recommended',
  title: 'Ingress without TLS',
  why: 'What goes through it is read and changed by everybody on the way, passwords and sessions too.',
  remedy: 'Name a certificate under `tls`.',
  aliases: ['polaris:tlsSettingsMissing', 'C-0263'],
  references: [kubernetesDocs('concepts/services-networking/ingress/#tls', 'Ingress, TLS')],

  object(object, { report }) {
    if (object.kind !== 'Ingress' || !/^(?:networking\.k8s\.io|extensions)$/.test(object.group)) return;
    const tls = object.cursor.path('spec', 'tls');
    if (!object.cursor.get('spec').isMap || tls.items.length > 0 || tls.isUnresolved) return;
    report(
      tls.exists ? tls : object,
      say`${object.title} has no TLS, so everybody on the way reads and changes what goes through it. Name a certificate under tls.`,
    );
  },
});
