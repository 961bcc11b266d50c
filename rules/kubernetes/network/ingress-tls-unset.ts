import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { tlsUnset } from '../model/ingress';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'ingress-tls-unset',
  topic: 'E5',
  severity: 'info',
  profile: 'all',
  title: 'Ingress names no certificate under `tls`',
  why: 'What goes through an Ingress without TLS is read and changed by everybody on the way. A controller may take the certificate from elsewhere, but then the file does not show it.',
  remedy: 'Name a certificate under `tls`.',
  aliases: ['polaris:tlsSettingsMissing', 'C-0263'],
  references: [kubernetesDocs('concepts/services-networking/ingress/#tls', 'Ingress, TLS')],

  object(object, { report }) {
    const unset = tlsUnset(object);
    if (unset) report(unset, say`${object.title} names no certificate under tls. Name one.`);
  },
});
