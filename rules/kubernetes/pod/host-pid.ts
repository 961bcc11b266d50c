import { say } from '../../message';
import { cisKubernetes, podSecurityStandards } from '../../references';
import { set } from '../../yaml/edit';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'host-pid',
  topic: 'B13',
  severity: 'error',
  profile: 'recommended',
  title: "Pod shares the node's processes",
  why: "Sharing the node's process namespace shows every process of the node with its arguments and environment, and lets root signal or trace them.",
  remedy: 'Remove `hostPID`, or set it to false. Agents that need it belong in a namespace of their own.',
  aliases: [
    'KSV-0010',
    'CKV_K8S_17',
    'kics:302736f4-b16c-41b8-befe-c0baffa0bd9d',
    'C-0275',
    'polaris:hostPIDSet',
    'kube-linter:host-pid',
    'kubesec:HostPID',
  ],
  references: [podSecurityStandards.baseline, cisKubernetes('5.2.3')],
  fix: 'review',

  pod(pod, { report }) {
    const shared = pod.spec.at('hostPID');
    if (shared.boolean !== true) return;
    report(
      shared,
      say`${pod.title} sets hostPID, so its containers see and can signal the processes of the node. Set it to false.`,
      {
        fix: { title: say`Set hostPID to false`, edits: [set(shared, false)] },
      },
    );
  },
});
