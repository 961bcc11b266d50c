import { say } from '../../message';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'ingress-snippet',
  topic: 'A4',
  severity: 'warning',
  profile: 'recommended',
  title: 'Ingress with a snippet of nginx',
  why: 'A snippet goes into the configuration of the controller as it is: who may write an Ingress reads the Secrets of all namespaces with it.',
  remedy:
    'Use the annotations that the controller has for the purpose, and switch snippets off in the controller.',
  aliases: ['CKV_K8S_153'],
  references: [{ title: 'CVE-2021-25742', url: 'https://github.com/kubernetes/ingress-nginx/issues/7837' }],

  object(object, { report }) {
    if (object.kind !== 'Ingress') return;
    for (const annotation of object.metadata.at('annotations').fields) {
      if (!annotation.name.includes('snippet')) continue;
      report(
        annotation,
        say`${object.title} writes into the configuration of nginx itself, by which Secrets of all namespaces can be read. Use annotations made for the purpose.`,
      );
    }
  },
});
