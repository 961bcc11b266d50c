import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isKind } from '../model/kinds';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'policy-allows-all-egress',
  topic: 'E1',
  severity: 'warning',
  profile: 'all',
  title: 'NetworkPolicy that allows all egress',
  why: 'A rule that names nobody allows everybody. Policies add up, so it also undoes what others forbid for these pods.',
  remedy: 'Name the peers under `to`, or remove the rule to forbid all.',
  aliases: [],
  references: [kubernetesDocs('concepts/services-networking/network-policies/', 'Network policies')],

  object(object, { report }) {
    if (!isKind(object, 'networking.k8s.io', 'NetworkPolicy')) return;
    for (const rule of object.cursor.path('spec', 'egress').items) {
      if (!rule.isMap || rule.get('to').items.length > 0 || rule.get('ports').items.length > 0) continue;
      report(
        rule,
        say`${object.title} lets everything out: a rule without \`to\` and ports allows all. Name where to.`,
      );
    }
  },
});
