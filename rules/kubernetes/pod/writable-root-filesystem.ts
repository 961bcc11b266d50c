import { say } from '../../message';
import { cisKubernetes, kubernetesDocs } from '../../references';
import { isUnknown } from '../model/pod-security/check';
import { readOnlyRootEdits, readOnlyRootWithTmpEdits } from '../model/root-filesystem';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'writable-root-filesystem',
  topic: 'B7',
  severity: 'warning',
  profile: 'recommended',
  title: 'Root file system of a container is writable',
  why: 'With a read-only root file system an intruder cannot replace programs or leave tools behind, and a program that writes where it should not is noticed.',
  remedy:
    'Set `readOnlyRootFilesystem: true`, and mount an emptyDir where the program writes, often at /tmp.',
  aliases: [
    'CKV_K8S_22',
    'KSV-0014',
    'kics:a9c2f49d-0671-4fc9-9ece-f4e261e128d0',
    'C-0017',
    'polaris:notReadOnlyRootFilesystem',
    'kube-linter:no-read-only-root-fs',
    'kube-score:container-security-context-readonlyrootfilesystem',
  ],
  references: [
    kubernetesDocs('tasks/configure-pod-container/security-context/', 'Configure a security context'),
    cisKubernetes('5.7.3'),
  ],
  fix: 'review',

  container(container, { report }) {
    const { pod } = container;
    const readOnly = container.securityContext.at('readOnlyRootFilesystem');
    if (readOnly.boolean === true || isUnknown(readOnly) || pod.os === 'windows') return;
    if (!readOnly.exists && pod.isPatch) return;
    const withTmp = readOnlyRootWithTmpEdits(container);
    report(
      readOnly,
      say`${container.title} can change its own programs. Set readOnlyRootFilesystem to true.`,
      {
        fix: [
          { title: say`Set readOnlyRootFilesystem to true`, edits: readOnlyRootEdits(container) },
          ...(withTmp ? [{ title: say`Set it, and mount an emptyDir at /tmp`, edits: withTmp }] : []),
        ],
      },
    );
  },
});
