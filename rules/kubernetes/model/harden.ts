import type { Cursor } from '../../yaml/cursor';
import { keepingComments, type YamlEdit } from '../../yaml/edit';
import type { Pod } from './pod';
import { podSecurityChecks } from './pod-security';
import type { PodSecurityLevel, Violation } from './pod-security/check';
import type { KubernetesVersion } from './version';

/** The checks of a level, those of restricted first: where two want the same place changed, the stricter one decides. */
const checksOf = (level: PodSecurityLevel): PodSecurityChecks =>
  Object.values(podSecurityChecks)
    .filter((check) => check.level === 'baseline' || level === 'restricted')
    .sort((a, b) => Number(a.level === 'baseline') - Number(b.level === 'baseline'));

type PodSecurityChecks = readonly (typeof podSecurityChecks)[keyof typeof podSecurityChecks][];

/** What a pod does against a level of the Pod Security Standards, in no order. */
export const violationsOf = (pod: Pod, level: PodSecurityLevel, version: KubernetesVersion): Violation[] =>
  level === 'privileged' ? [] : checksOf(level).flatMap(({ find }) => find(pod, version));

/** The strictest level that a pod keeps. */
export function levelOf(pod: Pod, version: KubernetesVersion): PodSecurityLevel {
  if (violationsOf(pod, 'baseline', version).length > 0) return 'privileged';
  return violationsOf(pod, 'restricted', version).length > 0 ? 'baseline' : 'restricted';
}

/**
 * What brings a pod to a level, with every comment kept: what the level forbids goes, what it asks for is set, and a
 * volume that it does not allow becomes an empty one. Whether the program still runs is for a person to see.
 */
export function hardenEdits(pod: Pod, level: PodSecurityLevel, version: KubernetesVersion): YamlEdit[] {
  const touched = new Places();
  return violationsOf(pod, level, version).flatMap(({ edits }) => {
    const news = edits.filter((edit) => placesOf(edit).every((place) => !touched.has(place)));
    for (const edit of edits) for (const place of placesOf(edit)) touched.add(place);
    return news.map(keepingComments);
  });
}

/** The places that an edit decides: its own, and the one whose name it takes. */
function placesOf(edit: YamlEdit): Cursor[] {
  const { cursor } = edit;
  return edit.kind === 'rename' && cursor.parent ? [cursor, cursor.parent.get(edit.key)] : [cursor];
}

/** A set of places; what two aliases stand for is one place. */
class Places {
  readonly #ofNodes = new Map<object, Set<string>>();

  has(place: Cursor): boolean {
    const { holder, route } = anchored(place);
    return this.#ofNodes.get(holder)?.has(route) ?? false;
  }

  add(place: Cursor): void {
    const { holder, route } = anchored(place);
    const routes = this.#ofNodes.get(holder) ?? new Set();
    this.#ofNodes.set(holder, routes.add(route));
  }
}

/** The nearest node that is there, and the route from it to the place. */
function anchored(place: Cursor): { holder: object; route: string } {
  const steps: string[] = [];
  let at: Cursor = place;
  do {
    steps.unshift(at.name);
    if (!at.parent) break;
    at = at.parent;
  } while (!at.node);
  // An alias of nothing gets a value of its own; the one of something shares what is added.
  const holder = at.fields.length > 0 || at.items.length > 0 ? at.node : at.source;
  return { holder: holder ?? at, route: steps.join('.') };
}
