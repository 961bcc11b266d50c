import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { selectorOf } from '../model/facts';
import { isKind } from '../model/kinds';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'policy-allows-all-ingress',
  topic: 'E1',
  severity: 'warning',
  profile: 'recommended',
  title: 'NetworkPolicy that allows all ingress to all pods',
  why: 'A rule that names nobody allows everybody. Policies add up, so it also undoes what others forbid for these pods.',
  remedy: 'Name the peers under `from`, or remove the rule to forbid all.',
  aliases: [],
  references: [kubernetesDocs('concepts/services-networking/network-policies/', 'Network policies')],

  object(object, { report }) {
    if (!isKind(object, 'networking.k8s.io', 'NetworkPolicy')) return;
    // What is for everybody, as a web server, is opened by its labels.
    const selector = object.cursor.path('spec', 'podSelector');
    if (
      selector.fields.length > 0 &&
      Object.keys(selectorOf(selector).matchLabels ?? {}).length +
        selector.get('matchExpressions').items.length >
        0
    )
      return;
    for (const rule of object.cursor.path('spec', 'ingress').items) {
      if (!rule.isMap || rule.get('from').items.length > 0 || rule.get('ports').items.length > 0) continue;
      report(
        rule,
        say`${object.title} lets everybody in to all pods: a rule without \`from\` and ports allows all. Name who may.`,
      );
    }
  },
});
