import * as allowed from '../../../data/pod-security';
import type { Cursor } from '../../../yaml/cursor';
import { append, remove, setAny, type YamlEdit } from '../../../yaml/edit';
import type { Container } from '../container';
import {
  isUnknown,
  ofContainers,
  type PodSecurityCheck,
  textOf,
  type Violation,
  violationsIn,
} from './check';
import { isExemptWindows } from './privileges';

/** A capability as the kernel's manual names it, without `CAP_`; a runtime takes lower case for the same. */
export const capabilityName = (written: string): string => written.toUpperCase().replace(/^CAP_/, '');

/** The capabilities that a container adds, as written. */
export const addedCapabilities = (container: Container): readonly Cursor[] =>
  container.securityContext.at('capabilities').get('add').items;

/** An added capability that is not among the allowed: to be written as the standard writes it, or to go. */
function forbiddenAdded(container: Container, names: ReadonlySet<string>): Violation[] {
  return violationsIn(addedCapabilities(container), (place) => {
    const written = textOf(place);
    if (written === undefined || names.has(written)) return undefined;
    const name = capabilityName(written);
    return { place, container, edits: [names.has(name) ? setAny(place, name) : remove(place)] };
  });
}

export const baselineAdded: PodSecurityCheck = (pod) =>
  violationsIn(pod.containers, (container) => forbiddenAdded(container, allowed.baselineCapabilities));

/** Whether a container drops all capabilities; undefined where it is not known. */
export function dropsAll(container: Container, isAll: (written: string) => boolean): boolean | undefined {
  const drop = container.securityContext.at('capabilities').get('drop');
  if (isUnknown(drop) || drop.items.some((item) => item.isUnresolved)) return undefined;
  return drop.items.some((item) => isAll(item.string ?? ''));
}

function dropAll(container: Container): YamlEdit {
  const drop = container.securityContext.at('capabilities').get('drop');
  const almost = drop.items.find((item) => capabilityName(item.string ?? '') === 'ALL');
  if (almost) return setAny(almost, 'ALL');
  return drop.items.length > 0 ? append(drop as Cursor<string[]>, 'ALL') : setAny(drop, ['ALL']);
}

const notDropping = (isAll: (written: string) => boolean): PodSecurityCheck => {
  return (pod, version) => {
    if (version.minor < 22 || isExemptWindows(pod, version)) return [];
    return ofContainers(pod, (container) => {
      const drop = container.securityContext.at('capabilities').get('drop');
      if (dropsAll(container, isAll) !== false || (pod.isPatch && !drop.exists)) return undefined;
      return { place: drop, container, edits: [dropAll(container)] };
    });
  };
};

/** Containers that keep capabilities; runtimes take `all` for `ALL`. */
export const keptCapabilities = notDropping((written) => written.toUpperCase() === 'ALL');

/** Containers that do not drop `ALL` by exactly that name. */
const lettersOfDrop = notDropping((written) => written === 'ALL');

export const restrictedCapabilities: PodSecurityCheck = (pod, version) => {
  if (version.minor < 22 || isExemptWindows(pod, version)) return [];
  return [
    ...lettersOfDrop(pod, version),
    ...violationsIn(pod.containers, (container) => forbiddenAdded(container, allowed.restrictedCapabilities)),
  ];
};
