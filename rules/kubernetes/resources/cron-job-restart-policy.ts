import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isKind } from '../model/kinds';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'cron-job-restart-policy',
  topic: 'B9',
  severity: 'error',
  profile: 'all',
  title: 'CronJob whose pods may not be started anew as said',
  why: 'The pods of a Job need the policy Never or OnFailure: with Always, or without one, the API server refuses them.',
  remedy: 'Set `restartPolicy` to Never or OnFailure.',
  aliases: ['kube-score:cronjob-restartpolicy'],
  references: [kubernetesDocs('concepts/workloads/controllers/cron-jobs/', 'CronJobs')],

  pod(pod, { report }) {
    if (!isKind(pod.object, 'batch', 'CronJob')) return;
    const policy = pod.spec.at('restartPolicy');
    if (policy.isUnresolved || policy.string === 'Never' || policy.string === 'OnFailure') return;
    report(
      policy.exists ? policy : pod,
      say`${pod.title} needs the restart policy Never or OnFailure, or the API server refuses it.`,
    );
  },
});
