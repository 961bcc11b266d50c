import { say } from '../../message';
import { cisKubernetes, kubernetesDocs, podSecurityStandards } from '../../references';
import { set } from '../../yaml/edit';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'privileged-container',
  topic: 'A4',
  severity: 'error',
  profile: 'essential',
  title: 'Container runs privileged',
  why: 'A privileged container has every capability and every device of its node: root inside of it is root on the node.',
  remedy:
    'Set `privileged: false`, and give the container the single capability, device or volume that it needs.',
  aliases: [
    'psa:privileged',
    'KSV-0017',
    'CKV_K8S_16',
    'kics:dd29336b-fe57-445b-a26e-e6aa867ae609',
    'C-0057',
    'polaris:runAsPrivileged',
    'kube-linter:privileged-container',
    'kube-score:container-security-context-privileged',
    'kubesec:Privileged',
  ],
  references: [
    podSecurityStandards.baseline,
    cisKubernetes('5.2.2'),
    kubernetesDocs('tasks/configure-pod-container/security-context/', 'Configure a security context'),
  ],
  fix: 'review',

  container(container, { report }) {
    const privileged = container.securityContext.at('privileged');
    if (privileged.boolean !== true) return;
    report(
      privileged,
      say`${container.title} runs privileged, so root inside of it is root on the node. Set it to false.`,
      {
        fix: { title: say`Set privileged to false`, edits: [set(privileged, false)] },
      },
    );
  },
});
