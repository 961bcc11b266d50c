import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { set } from '../../yaml/edit';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'image-pull-policy-unset',
  topic: 'C7',
  severity: 'info',
  profile: 'all',
  title: 'Container does not say imagePullPolicy: Always',
  why: 'What Kubernetes does without a policy depends on the tag, and it keeps the policy when the tag is changed later. Said plainly, it does not change by surprise.',
  remedy: 'Set `imagePullPolicy: Always`.',
  aliases: ['polaris:pullPolicyNotAlways', 'kics:caa3479d-885d-4882-9aac-95e5e78ef5c2'],
  references: [
    kubernetesDocs('concepts/containers/images/#imagepullpolicy-defaulting', 'Default image pull policy'),
  ],
  fix: 'review',

  container(container, { report }) {
    const policy = container.cursor.at('imagePullPolicy');
    if (policy.isUnresolved || policy.string === 'Always' || container.type === 'ephemeral') return;
    if (container.pod.isPatch) return;
    report(policy, say`${container.title} does not set imagePullPolicy to Always.`, {
      fix: { title: say`Set imagePullPolicy to Always`, edits: [set(policy, 'Always')] },
    });
  },
});
