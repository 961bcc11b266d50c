import { say } from '../../message';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'ingress-snippet-lua',
  topic: 'A4',
  severity: 'error',
  profile: 'all',
  title: 'Ingress with a snippet that runs Lua',
  why: 'Lua in a snippet runs inside of the controller, with its service account.',
  remedy:
    'Use the annotations that the controller has for the purpose, and switch snippets off in the controller.',
  aliases: ['CKV_K8S_152'],
  references: [{ title: 'CVE-2021-25742', url: 'https://github.com/kubernetes/ingress-nginx/issues/7837' }],

  object(object, { report }) {
    if (object.kind !== 'Ingress') return;
    for (const annotation of object.metadata.at('annotations').fields) {
      if (!annotation.name.includes('snippet') || !/lua_|_lua/.test(annotation.string ?? '')) continue;
      report(
        annotation,
        say`${object.title} runs Lua inside of the controller, with its service account. Remove the snippet.`,
      );
    }
  },
});
