import { restrictedVolumeTypes } from '../../../data/pod-security';
import type { Cursor } from '../../../yaml/cursor';
import { rename, setAny } from '../../../yaml/edit';
import { isUnknown, type PodSecurityCheck, type Violation, violationsIn } from './check';

/** The field that says what a volume is: `hostPath`, `nfs`…; undefined where there is none. */
export const volumeSource = (volume: Cursor): Cursor | undefined =>
  (volume.fields as Cursor[]).find((field) => field.name !== 'name' && field.exists);

export const restrictedVolumes: PodSecurityCheck = (pod) =>
  violationsIn(pod.spec.at('volumes').items as Cursor[], (volume): Violation | undefined => {
    const fields = volume.fields as Cursor[];
    if (!volume.isMap || fields.some(isAllowedSource) || fields.some(isUnknown)) return undefined;
    const source = volumeSource(volume);
    return {
      place: source ?? volume,
      container: undefined,
      edits: source ? [rename(source, 'emptyDir'), setAny(source, {})] : [setAny(volume.get('emptyDir'), {})],
    };
  });

const allowedTypes: ReadonlySet<string> = new Set(restrictedVolumeTypes);

const isAllowedSource = (field: Cursor): boolean => field.exists && allowedTypes.has(field.name);
