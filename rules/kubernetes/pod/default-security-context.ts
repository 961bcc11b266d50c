import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'default-security-context',
  topic: 'B2',
  severity: 'info',
  profile: 'all',
  title: 'Pod or container leaves its security context at the defaults',
  why: 'Without one, every setting that protects the node is left to defaults.',
  remedy: 'Write a `securityContext` for the pod, and one for each container that the pod says nothing for.',
  aliases: ['KSV-0118'],
  references: [
    kubernetesDocs('tasks/configure-pod-container/security-context/', 'Configure a security context'),
  ],

  pod(pod, { report }) {
    const context = pod.securityContext;
    if (context.isUnresolved || context.fields.length > 0 || pod.isPatch) return;
    report(
      context.exists ? context : pod,
      say`${pod.title} leaves its security context at the defaults. Write one.`,
    );
  },

  container(container, { report }) {
    const { pod, securityContext: own } = container;
    const pods = pod.securityContext;
    // The finding for the pod says it already.
    if (container.type === 'ephemeral' || pods.fields.length === 0) return;
    if (own.isUnresolved || own.fields.length > 0 || pod.isPatch) return;
    if (pods.fields.some(({ isUnresolved, name }) => isUnresolved || inherited.has(name))) return;
    report(
      own.exists ? own : container,
      say`${container.title} leaves its security context at the defaults, and the pod's says nothing about containers. Write one.`,
    );
  },
});

/** What the security context of a pod says for its containers too. */
const inherited: ReadonlySet<string> = new Set([
  'appArmorProfile',
  'runAsGroup',
  'runAsNonRoot',
  'runAsUser',
  'seLinuxOptions',
  'seccompProfile',
  'windowsOptions',
]);
