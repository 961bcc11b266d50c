import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isKind } from '../model/kinds';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'job-time-to-live',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'Finished Jobs that stay, or that are removed twice',
  why: 'A Job of its own stays for ever without `ttlSecondsAfterFinished`; those of a CronJob are removed by its history limits, and a time to live gets in their way.',
  remedy: 'Set `ttlSecondsAfterFinished` on Jobs of their own alone.',
  aliases: ['kube-linter:job-ttl-seconds-after-finished'],
  references: [
    kubernetesDocs('concepts/workloads/controllers/ttlafterfinished/', 'Clean-up of finished Jobs'),
  ],

  object(object, { report }) {
    const time = isKind(object, 'batch', 'Job')
      ? object.cursor.path('spec', 'ttlSecondsAfterFinished')
      : object.cursor.path('spec', 'jobTemplate', 'spec', 'ttlSecondsAfterFinished');
    if (isKind(object, 'batch', 'Job') && !time.exists)
      report(object, say`${object.title} stays for ever when it is done. Set ttlSecondsAfterFinished.`);
    if (isKind(object, 'batch', 'CronJob') && time.exists)
      report(
        time,
        say`The Jobs of ${object.title} are removed by its history limits already. Remove ttlSecondsAfterFinished.`,
      );
  },
});
