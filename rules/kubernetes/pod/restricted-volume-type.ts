import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { restrictedVolumes } from '../model/pod-security/volumes';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'restricted-volume-type',
  topic: 'B7',
  severity: 'warning',
  profile: 'all',
  title: 'Pod breaks the restricted standard for volumes',
  why: 'At restricted, Pod Security allows the volumes that the cluster manages; others reach the node or storage past the claims of the cluster.',
  remedy:
    'Use configMap, csi, downwardAPI, emptyDir, ephemeral, image, persistentVolumeClaim, projected or secret.',
  aliases: ['psa:restrictedVolumes'],
  references: [podSecurityStandards.restricted],
  fix: 'review',

  pod(pod, { report, version }) {
    for (const { place, edits } of restrictedVolumes(pod, version)) {
      const isBare = typeof place.key === 'number';
      report(
        place,
        isBare
          ? say`${pod.title} has a volume that does not say what it is. Kubernetes takes it for an emptyDir; say so.`
          : say`${pod.title} has a volume of the type ${place.name}, which restricted does not allow. Use a claim.`,
        isBare ? { fix: { title: say`Make it an emptyDir`, edits } } : {},
      );
    }
  },
});
