import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { set } from '../../yaml/edit';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'projected-token-lifetime',
  topic: 'D2',
  severity: 'warning',
  profile: 'recommended',
  title: 'Projected token that is valid for more than a day',
  why: 'The kubelet renews the token by itself. A long life only helps who steals it.',
  remedy: 'Set `expirationSeconds` to an hour, or leave it out: an hour is the default.',
  aliases: [],
  references: [
    kubernetesDocs(
      'tasks/configure-pod-container/configure-service-account/#serviceaccount-token-volume-projection',
      'Projected tokens',
    ),
  ],
  fix: 'review',
  options: { maxSeconds: { about: 'How many seconds a token may be valid.', default: 86_400 } },

  pod(pod, { report, option }) {
    const most = option<number>('maxSeconds');
    for (const volume of pod.spec.at('volumes').items) {
      for (const source of volume.at('projected').at('sources').items) {
        const seconds = source.at('serviceAccountToken').at('expirationSeconds');
        if (seconds.number === undefined || seconds.number <= most) continue;
        report(
          seconds,
          say`A token of ${pod.title} is valid for ${seconds.number} seconds. The kubelet renews it, so an hour is enough.`,
          {
            fix: { title: say`Set expirationSeconds to 3600`, edits: [set(seconds, 3600)] },
          },
        );
      }
    }
  },
});
