import { say } from '../../message';
import type { Reference } from '../../rule';
import { kubernetesRule } from '../model/rule';
import { runsTiller, tillerLabels } from '../model/tiller';

const securing: Reference = {
  title: 'Helm 2: securing an installation',
  url: 'https://v2.helm.sh/docs/securing_installation/',
};

export default kubernetesRule({
  id: 'tiller-reachable',
  topic: 'A5',
  severity: 'error',
  profile: 'all',
  title: 'Tiller listens to the whole cluster',
  why: 'Tiller asks nobody for a password. Unless it listens on localhost only, every pod of the cluster can install what it likes through it.',
  remedy: 'Move to Helm 3 or later. Until then start Tiller with `--listen=localhost:44134`.',
  aliases: ['CKV_K8S_45', 'kics:e17fa86a-6222-4584-a914-56e8f6c87e06'],
  references: [securing],

  pod(pod, { report }) {
    const isTiller = tillerLabels(pod.labels);
    for (const container of pod.containers) {
      if (!isTiller && !runsTiller(container)) continue;
      const words = container.cursor.at('args').items.map((word) => word.string ?? '');
      if (words.some((word) => /localhost|127\.0\.0\.1/.test(word))) continue;
      report(
        container,
        say`${container.title} is Tiller and listens to every pod of the cluster. Move to Helm 3 or later; until then start it with --listen=localhost:44134.`,
      );
    }
  },
});
