import { say } from '../../message';
import { cisKubernetes, podSecurityStandards } from '../../references';
import { set } from '../../yaml/edit';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'host-network',
  topic: 'B13',
  severity: 'warning',
  profile: 'recommended',
  title: "Pod shares the node's network",
  why: "Sharing the node's network reaches services that listen on its loopback, the kubelet and cloud metadata, and no NetworkPolicy holds.",
  remedy: 'Remove `hostNetwork`, or set it to false. Agents that need it belong in a namespace of their own.',
  aliases: [
    'KSV-0009',
    'CKV_K8S_19',
    'kics:6b6bdfb3-c3ae-44cb-88e4-7405c1ba2c8a',
    'C-0041',
    'polaris:hostNetworkSet',
    'kube-linter:host-network',
    'kubesec:HostNetwork',
  ],
  references: [podSecurityStandards.baseline, cisKubernetes('5.2.5')],
  fix: 'review',

  pod(pod, { report }) {
    const shared = pod.spec.at('hostNetwork');
    if (shared.boolean !== true) return;
    report(
      shared,
      say`${pod.title} sets hostNetwork, so it reaches what listens on the node and no NetworkPolicy holds for it. Set it to false.`,
      {
        fix: { title: say`Set hostNetwork to false`, edits: [set(shared, false)] },
      },
    );
  },
});
