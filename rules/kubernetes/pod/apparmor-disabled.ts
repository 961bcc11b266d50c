import { say } from '../../message';
import { kubernetesDocs, podSecurityStandards } from '../../references';
import { subjectOf } from '../model/pod-security/check';
import { appArmorProfile } from '../model/pod-security/profiles';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'apparmor-disabled',
  topic: 'B8',
  severity: 'warning',
  profile: 'recommended',
  title: 'AppArmor is switched off or has an unknown profile',
  why: 'The AppArmor profile of the runtime keeps a container from mounting, and from writing to /proc and /sys. Without it a hole in the runtime is a way out.',
  remedy:
    'Remove the setting, which leaves the profile of the runtime, or set the type `RuntimeDefault` or `Localhost`.',
  aliases: ['psa:appArmorProfile'],
  references: [
    podSecurityStandards.baseline,
    kubernetesDocs('tutorials/security/apparmor/', 'Restrict a container with AppArmor'),
  ],
  fix: 'review',

  pod(pod, { report, version }) {
    for (const violation of appArmorProfile(pod, version)) {
      const { place, edits } = violation;
      const written = place.isMap ? '' : (place.string ?? '');
      report(
        place,
        /^unconfined$/i.test(written)
          ? say`${subjectOf(pod, violation)} runs without AppArmor, whose profile keeps it from mounting and from /proc and /sys. Take the profile of the runtime.`
          : say`${subjectOf(pod, violation)} has the AppArmor profile \`${written}\`, which Kubernetes does not know. Take the profile of the runtime.`,
        { fix: { title: say`Use the AppArmor profile of the runtime`, edits } },
      );
    }
  },
});
