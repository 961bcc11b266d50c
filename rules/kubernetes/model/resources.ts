import { say } from '../../message';
import type { Cursor } from '../../yaml/cursor';
import type { Container } from './container';
import type { Pod } from './pod';
import { quantityOf } from './quantity';
import type { KubernetesContext } from './rule';

export type Resource = 'cpu' | 'memory' | 'ephemeral-storage';

export const requestOf = (container: Container, resource: Resource): Cursor =>
  container.cursor.get('resources').get('requests').get(resource);

export const limitOf = (container: Container, resource: Resource): Cursor =>
  container.cursor.get('resources').get('limits').get(resource);

/** True where the container, or its pod as a whole, asks for an amount. */
export const hasRequest = (container: Container, resource: Resource): boolean =>
  requestOf(container, resource).exists || ofPod(container.pod, 'requests', resource);

/** True where the container, or its pod as a whole, has a limit. */
export const hasLimit = (container: Container, resource: Resource): boolean =>
  limitOf(container, resource).exists || ofPod(container.pod, 'limits', resource);

/** True where there are both a request and a limit; zero is taken for none. */
export const hasBoth = (container: Container, resource: Resource): boolean =>
  hasRequest(container, resource) &&
  hasLimit(container, resource) &&
  quantityOf(requestOf(container, resource)) !== 0n &&
  quantityOf(limitOf(container, resource)) !== 0n;

const ofPod = (pod: Pod, kind: 'requests' | 'limits', resource: Resource): boolean =>
  pod.spec.get('resources').get(kind).get(resource).exists;

/** True for pods that end by themselves: nobody sends requests to them, nobody waits for them to be ready. */
export const isRunToCompletion = (pod: Pod): boolean =>
  pod.object.kind === 'Job' || pod.object.kind === 'CronJob';

/** Reports each of the resources whose request is another amount than its limit. */
export function reportUnequal(
  container: Container,
  resources: readonly Resource[],
  report: KubernetesContext['report'],
  differ = isRequestUnlikeLimit,
): void {
  if (container.type === 'ephemeral') return;
  for (const resource of resources)
    if (differ(container, resource))
      report(
        requestOf(container, resource),
        say`${container.title} asks for another amount of ${resource} than its limit. Make them equal where the pod must not be squeezed.`,
      );
}

/** True where the container's request and limit are known not to be the same amount; what is absent is zero. */
function isRequestUnlikeLimit(container: Container, resource: Resource): boolean {
  const [request, limit] = [requestOf(container, resource), limitOf(container, resource)].map((cursor) =>
    cursor.exists ? quantityOf(cursor) : 0n,
  );
  return request !== undefined && limit !== undefined && request !== limit;
}

/** True where a container has neither a request nor a limit, which is taken for the request. */
export const lacksAmount = (container: Container, resource: Resource): boolean =>
  container.type !== 'ephemeral' &&
  !container.pod.isPatch &&
  !hasRequest(container, resource) &&
  !hasLimit(container, resource);

/** True where an app container, not one that runs before or beside it, has no request of its own or its pod's. */
export const lacksRequest = (container: Container, resource: Resource): boolean =>
  container.type === 'container' && !container.pod.isPatch && !hasRequest(container, resource);

/** The same of its limit. */
export const lacksLimit = (container: Container, resource: Resource): boolean =>
  container.type === 'container' && !container.pod.isPatch && !hasLimit(container, resource);
