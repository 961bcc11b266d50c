import type { Cursor } from '../../yaml/cursor';
import { append, set, type YamlEdit } from '../../yaml/edit';
import type { Container } from './container';
import { cleanPath } from './host-path';

/** Edits that make the root file system of a container read-only. */
export const readOnlyRootEdits = (container: Container): [YamlEdit] => [
  set(container.securityContext.at('readOnlyRootFilesystem'), true),
];

/** As above, with an empty volume at /tmp, where most programs write; nothing where a volume stands there already. */
export function readOnlyRootWithTmpEdits(container: Container): [YamlEdit, ...YamlEdit[]] | undefined {
  const { pod, cursor } = container;
  const mounts = cursor.at('volumeMounts');
  if (container.type === 'ephemeral' || mounts.isUnresolved) return undefined;
  if (mounts.items.some((mount) => cleanPath(mount.at('mountPath').string ?? '') === '/tmp'))
    return undefined;
  const name = freeName(pod.spec.at('volumes') as Cursor, 'tmp');
  return [
    ...readOnlyRootEdits(container),
    append(mounts, { name, mountPath: '/tmp' }),
    append(pod.spec.at('volumes'), { name, emptyDir: {} }),
  ];
}

/** A name that no volume has yet. */
function freeName(volumes: Cursor, wanted: string): string {
  const taken = new Set(volumes.items.map((volume) => volume.get('name').text));
  let name = wanted;
  for (let number = 2; taken.has(name); number++) name = `${wanted}-${number}`;
  return name;
}
