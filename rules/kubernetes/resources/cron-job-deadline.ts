import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isKind } from '../model/kinds';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'cron-job-deadline',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'CronJob without a deadline',
  why: 'A CronJob that missed its time too often, a hundred times in a row, is not started any more.',
  remedy: 'Set `startingDeadlineSeconds`.',
  aliases: ['kube-score:cronjob-has-deadline', 'kics:192fe40b-b1c3-448a-aba2-6cc19a300fe3'],
  references: [kubernetesDocs('concepts/workloads/controllers/cron-jobs/', 'CronJobs')],

  object(object, { report }) {
    if (!isKind(object, 'batch', 'CronJob') || !object.cursor.get('spec').isMap) return;
    if (!object.cursor.path('spec', 'startingDeadlineSeconds').exists)
      report(
        object,
        say`${object.title} stops for good when it has missed its time too often. Set startingDeadlineSeconds.`,
      );
  },
});
