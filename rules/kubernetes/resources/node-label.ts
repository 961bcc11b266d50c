import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'node-label',
  topic: 'D7',
  severity: 'warning',
  profile: 'recommended',
  title: 'Pod kept to nodes by a label that a node may give to itself',
  why: 'Who breaks into a node can give it the label and draw these pods, with their secrets, to it. The API refuses nodes only the labels with the prefix `node-restriction.kubernetes.io/`.',
  remedy: 'Use a label with the prefix `node-restriction.kubernetes.io/` to keep sensitive pods apart.',
  aliases: [],
  references: [
    kubernetesDocs(
      'concepts/scheduling-eviction/assign-pod-node/#node-isolation-restriction',
      'Node isolation',
    ),
  ],

  pod(pod, { report }) {
    for (const label of pod.spec.at('nodeSelector').fields) {
      if (!apart.test(label.name)) continue;
      report(
        label,
        say`${pod.title} is kept to nodes by ${label.name}, which a node that was broken into can give to itself. Use a label with the prefix node-restriction.kubernetes.io/.`,
      );
    }
  },
});

/** Labels that mean trust or separation, without the prefix that nodes may not set. */
const apart =
  /^(?!.{0,250}node-restriction\.kubernetes\.io\/).{0,250}(?:^|[/._-])(?:trusted|secure|sensitive|isolated|isolation|pci|fips-zone)(?:$|[._-])/i;
