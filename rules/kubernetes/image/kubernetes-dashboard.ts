import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import type { Container } from '../model/container';
import type { Pod } from '../model/pod';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'kubernetes-dashboard',
  topic: 'A5',
  severity: 'info',
  profile: 'all',
  title: 'Kubernetes Dashboard is deployed',
  why: 'The Dashboard is one more way into the cluster, often with more rights than its users have. Its project was archived, so it gets no fixes.',
  remedy: 'Remove it if nobody needs it; a client on the desktop uses the rights of the person alone.',
  aliases: ['CKV_K8S_33', 'kics:d2ad057f-0928-41ef-a83c-f59203bb855b'],
  references: [
    kubernetesDocs('tasks/access-application-cluster/web-ui-dashboard/', 'Deploy and access the Dashboard'),
  ],

  pod(pod, { report }) {
    const container = pod.containers.find(runsDashboard);
    if (container)
      report(
        container.cursor.at('image'),
        say`${container.title} runs the Kubernetes Dashboard, one more way into the cluster. Remove it if nobody needs it.`,
      );
    else if (isDashboard(pod))
      report(
        pod,
        say`${pod.title} is labelled as the Kubernetes Dashboard, one more way into the cluster. Remove it if nobody needs it.`,
      );
  },
});

const runsDashboard = (container: Container): boolean =>
  /kubernetes-dashboard|kubernetesui/.test(container.cursor.at('image').string ?? '');

const isDashboard = ({ labels }: Pod): boolean =>
  labels.app === 'kubernetes-dashboard' || labels['k8s-app'] === 'kubernetes-dashboard';
