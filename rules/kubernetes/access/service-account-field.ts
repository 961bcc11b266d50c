import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { remove, rename } from '../../yaml/edit';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'service-account-field',
  topic: 'D2',
  severity: 'info',
  profile: 'all',
  title: 'Service account named by the old field',
  why: '`serviceAccount` is an old name of `serviceAccountName`. Tools that look for the one miss the other.',
  remedy: 'Rename it to `serviceAccountName`.',
  aliases: ['kube-linter:deprecated-service-account-field', 'C-0294'],
  references: [
    kubernetesDocs(
      'tasks/configure-pod-container/configure-service-account/',
      'Configure service accounts for pods',
    ),
  ],
  fix: 'safe',

  pod(pod, { report }) {
    const old = pod.spec.at('serviceAccount');
    const current = pod.spec.at('serviceAccountName');
    if (!old.exists || old.string === '' || old.text === current.text) return;
    const isDouble = current.exists;
    report(
      old,
      say`${pod.title} names its service account by the old field serviceAccount. Use serviceAccountName.`,
      {
        tags: ['deprecated'],
        fix: isDouble
          ? { title: say`Remove serviceAccount`, edits: [remove(old)] }
          : { title: say`Rename it to serviceAccountName`, edits: [rename(old, 'serviceAccountName')] },
      },
    );
  },
});
