import { kubernetesDocs } from '../../references';
import { reportUnequal } from '../model/resources';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'memory-request-equals-limit',
  topic: 'B9',
  severity: 'info',
  profile: 'all',
  title: 'Memory request that is not the limit',
  why: 'A pod whose requests equal its limits is of the class Guaranteed: it always gets what it was promised and is the last to be evicted.',
  remedy: 'Set the request to the value of the limit.',
  aliases: ['kube-score:container-memory-requests-equal-limits'],
  references: [kubernetesDocs('concepts/workloads/pods/pod-qos/', 'Quality of service classes')],

  container(container, { report }) {
    reportUnequal(container, ['memory'], report);
  },
});
