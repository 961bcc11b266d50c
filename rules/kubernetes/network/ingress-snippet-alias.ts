import { say } from '../../message';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'ingress-snippet-alias',
  topic: 'A4',
  severity: 'error',
  profile: 'all',
  title: 'Ingress with a snippet that serves files',
  why: 'With `alias` a snippet serves files of the controller, the token of its service account too.',
  remedy:
    'Use the annotations that the controller has for the purpose, and switch snippets off in the controller.',
  aliases: ['CKV_K8S_154'],
  references: [{ title: 'CVE-2021-25742', url: 'https://github.com/kubernetes/ingress-nginx/issues/7837' }],

  object(object, { report }) {
    if (object.kind !== 'Ingress') return;
    for (const annotation of object.metadata.at('annotations').fields) {
      if (!annotation.name.includes('snippet') || !/\balias\b/.test(annotation.string ?? '')) continue;
      report(
        annotation,
        say`${object.title} serves files of the controller, the token of its service account too. Remove the snippet.`,
      );
    }
  },
});
