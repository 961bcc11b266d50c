import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'reserved-namespace',
  topic: 'D4',
  severity: 'info',
  profile: 'all',
  title: 'Object in a namespace that Kubernetes keeps for itself or gives to all',
  why: 'Roles, policies, quotas and Pod Security are given by namespace. In a namespace that all share none of them keeps one thing from another.',
  remedy: 'Give it a namespace of its own.',
  aliases: ['kics:611ab018-c4aa-4ba2-b0f6-a448337509a6'],
  references: [kubernetesDocs('concepts/overview/working-with-objects/namespaces/', 'Namespaces')],

  object(object, { report }) {
    if (clusterWide.test(object.kind)) return;
    if (object.metadata.at('namespace').isUnresolved) return;
    if (!['default', 'kube-system', 'kube-public'].includes(object.namespace ?? 'default')) return;
    const place = object.metadata.at('namespace');
    report(
      place.exists ? place : object,
      say`${object.title} is in a namespace that is for the cluster itself or shared by all. Give it one of its own.`,
    );
  },
});

/** Kinds that stand in no namespace. */
const clusterWide =
  /^(?:Namespace|Node|PersistentVolume|ClusterRole|ClusterRoleBinding|.*Class|CustomResourceDefinition|APIService|.*WebhookConfiguration|.*AdmissionPolicy(?:Binding)?|PodSecurityPolicy|CertificateSigningRequest|CSI(?:Driver|Node)|FlowSchema|PriorityLevelConfiguration|Kustomization|Cluster[A-Z].*|KubeletConfiguration|AdmissionConfiguration|Policy|Config|List)$/;
