import { say } from '../../message';
import { cisKubernetes, podSecurityStandards } from '../../references';
import { set } from '../../yaml/edit';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'host-ipc',
  topic: 'B13',
  severity: 'error',
  profile: 'recommended',
  title: "Pod shares the node's shared memory",
  why: "Sharing the node's IPC namespace lets a container read and change the shared memory of processes on the node.",
  remedy: 'Remove `hostIPC`, or set it to false. Agents that need it belong in a namespace of their own.',
  aliases: [
    'KSV-0008',
    'CKV_K8S_18',
    'kics:cd290efd-6c82-4e9d-a698-be12ae31d536',
    'C-0276',
    'polaris:hostIPCSet',
    'kube-linter:host-ipc',
    'kubesec:HostIPC',
  ],
  references: [podSecurityStandards.baseline, cisKubernetes('5.2.4')],
  fix: 'review',

  pod(pod, { report }) {
    const shared = pod.spec.at('hostIPC');
    if (shared.boolean !== true) return;
    report(
      shared,
      say`${pod.title} sets hostIPC, so its containers can read and change the memory that processes of the node share. Set it to false.`,
      {
        fix: { title: say`Set hostIPC to false`, edits: [set(shared, false)] },
      },
    );
  },
});
