import { kubernetesDocs } from '../../references';
import type { Container } from '../model/container';
import { quantityOf } from '../model/quantity';
import { limitOf, type Resource, reportUnequal, requestOf } from '../model/resources';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'ephemeral-storage-request-equals-limit',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'Request for ephemeral storage that is not the limit',
  why: 'A pod whose requests equal its limits is of the class Guaranteed: it always gets what it was promised and is the last to be evicted.',
  remedy: 'Set the request to the value of the limit.',
  aliases: ['kube-score:container-ephemeral-storage-request-equals-limit'],
  references: [kubernetesDocs('concepts/workloads/pods/pod-qos/', 'Quality of service classes')],

  container(container, { report }) {
    reportUnequal(container, ['ephemeral-storage'], report, differ);
  },
});

/** Zero is taken for none. */
function differ(container: Container, resource: Resource): boolean {
  const request = quantityOf(requestOf(container, resource));
  const limit = quantityOf(limitOf(container, resource));
  return Boolean(request && limit) && request !== limit;
}
