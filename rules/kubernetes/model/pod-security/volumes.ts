import { restrictedVolumeTypes } from '../../../data/pod-security';
import type { Cursor } from '../../../yaml/cursor';
import { rename, setAny } from '../../../yaml/edit';
import { isUnknown, type PodSecurityCheck, type Violation } from './check';

/** The field that says what a volume is: `hostPath`, `nfs`…; undefined where there is none. */
export const volumeSource = (volume: Cursor): Cursor | undefined =>
  (volume.fields as Cursor[]).find((field) => field.name !== 'name' && field.exists);

export const restrictedVolumes: PodSecurityCheck = (pod) =>
  (pod.spec.at('volumes').items as Cursor[])
    .filter(
      (volume) =>
        volume.isMap &&
        !(volume.fields as Cursor[]).some(isUnknown) &&
        !restrictedVolumeTypes.some((type) => volume.get(type).exists),
    )
    .map((volume): Violation => {
      const source = volumeSource(volume);
      return {
        place: source ?? volume,
        container: undefined,
        edits: source
          ? [rename(source, 'emptyDir'), setAny(source, {})]
          : [setAny(volume.get('emptyDir'), {})],
      };
    });
