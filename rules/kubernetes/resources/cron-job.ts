import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isKind } from '../model/kinds';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'cron-job',
  topic: 'B11',
  severity: 'info',
  profile: 'all',
  title: 'CronJob to be looked at',
  why: 'A CronJob is a way to come back after a break-in. Each one should be known.',
  remedy: 'Look whether it is yours.',
  aliases: ['C-0026'],
  references: [kubernetesDocs('concepts/workloads/controllers/cron-jobs/', 'CronJobs')],

  object(object, { report }) {
    if (isKind(object, 'batch', 'CronJob'))
      report(object, say`${object.title} runs again and again. Look whether you know it.`);
  },
});
