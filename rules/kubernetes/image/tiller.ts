import { say } from '../../message';
import type { Reference } from '../../rule';
import { kubernetesRule } from '../model/rule';
import { runsTiller, tillerLabels } from '../model/tiller';

const changes: Reference = {
  title: 'Helm: changes since Helm 2',
  url: 'https://helm.sh/docs/faq/changes_since_helm2/#removal-of-tiller',
};

export default kubernetesRule({
  id: 'tiller',
  topic: 'A5',
  severity: 'error',
  profile: 'essential',
  title: 'Tiller is deployed',
  why: 'Tiller, the server of Helm 2, installs whatever any pod of the cluster asks it to, mostly as cluster-admin. It gets no fixes since 2020.',
  remedy: 'Move to Helm 3 or later, which has no Tiller, and delete it.',
  aliases: ['CKV_K8S_34', 'KSV-0102', 'kics:6d173be7-545a-46c6-a81d-2ae52ed1605d'],
  references: [changes],

  pod(pod, { report }) {
    const container = pod.containers.find(runsTiller);
    if (!container && !tillerLabels(pod.labels)) return;
    report(
      container ? container.cursor.at('image') : pod,
      say`${container?.title ?? pod.title} is Tiller, which installs whatever any pod of the cluster asks it to. Move to Helm 3 or later and delete it.`,
    );
  },
});
