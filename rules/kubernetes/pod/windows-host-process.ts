import { say } from '../../message';
import { cisKubernetes, kubernetesDocs, podSecurityStandards } from '../../references';
import { subjectOf } from '../model/pod-security/check';
import { windowsHostProcess } from '../model/pod-security/host';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'windows-host-process',
  topic: 'B2',
  severity: 'error',
  profile: 'recommended',
  title: 'Windows container runs on its node',
  why: 'A HostProcess container is a process of the Windows node, with its files, network and rights.',
  remedy: 'Set `hostProcess: false`, unless the pod looks after the node.',
  aliases: ['psa:windowsHostProcess', 'KSV-0103'],
  references: [
    podSecurityStandards.baseline,
    cisKubernetes('5.2.11'),
    kubernetesDocs(
      'tasks/configure-pod-container/create-hostprocess-pod/',
      'Create a Windows HostProcess pod',
    ),
  ],
  fix: 'review',

  pod(pod, { report, version }) {
    for (const violation of windowsHostProcess(pod, version)) {
      const { place, edits } = violation;
      report(
        place,
        say`${subjectOf(pod, violation)} runs as a process of its Windows node. Set hostProcess to false.`,
        {
          fix: { title: say`Set hostProcess to false`, edits },
        },
      );
    }
  },
});
