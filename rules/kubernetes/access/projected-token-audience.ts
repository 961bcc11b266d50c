import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'projected-token-audience',
  topic: 'D2',
  severity: 'info',
  profile: 'all',
  title: 'Projected token without an audience',
  why: 'A token without an audience is valid at the API server. Whoever gets it to check it can use it there.',
  remedy: 'Set `audience` to the name of the service that the token is for.',
  aliases: [],
  references: [
    kubernetesDocs(
      'tasks/configure-pod-container/configure-service-account/#serviceaccount-token-volume-projection',
      'Projected tokens',
    ),
  ],

  pod(pod, { report }) {
    for (const volume of pod.spec.at('volumes').items) {
      for (const source of volume.at('projected').at('sources').items) {
        const token = source.at('serviceAccountToken');
        if (!token.isMap || token.at('audience').exists) continue;
        report(
          token,
          say`A token of ${pod.title} is valid at the API server, since it has no audience. Set the audience that it is for.`,
        );
      }
    }
  },
});
