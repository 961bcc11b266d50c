import { type DeadAnnotation, deadAnnotations } from '../../data/dead-annotations';
import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import type { Cursor } from '../../yaml/cursor';
import { remove, setAny } from '../../yaml/edit';
import type { Plain } from '../../yaml/style';
import type { Pod } from '../model/pod';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'dead-annotation',
  topic: 'F1',
  severity: 'warning',
  profile: 'recommended',
  title: 'Annotation that Kubernetes does not read any more',
  why: 'The annotation sets nothing: what it was to protect runs as if it were not there.',
  remedy: 'Set the field that took its place.',
  aliases: [],
  references: [
    kubernetesDocs('tutorials/security/seccomp/', 'Restrict system calls with seccomp'),
    kubernetesDocs('reference/labels-annotations-taints/', 'Well-known annotations'),
  ],
  fix: 'review',

  pod(pod, { report, version }) {
    for (const annotation of pod.annotations.fields as Cursor[]) {
      const dead = deadAnnotations.find((one) => isNamed(one, annotation.name));
      if (!dead || version.minor < dead.since) continue;
      const field = annotation.isShared ? undefined : seccompField(annotation, pod);
      const value = profileOf(annotation.string ?? '');
      report(
        annotation,
        say`Kubernetes does not read this annotation of ${pod.title} since 1.${dead.since}, so it sets nothing. Use ${dead.instead}.`,
        {
          tags: ['deprecated'],
          fix:
            field && value && !field.exists
              ? { title: say`Set ${dead.instead} instead`, edits: [remove(annotation), setAny(field, value)] }
              : undefined,
        },
      );
    }
  },
});

const isNamed = ({ name }: DeadAnnotation, annotation: string): boolean =>
  name.endsWith('/') ? annotation.startsWith(name) : annotation === name;

/** The field that took the place of a seccomp annotation. */
function seccompField(annotation: Cursor, pod: Pod): Cursor | undefined {
  const [prefix, name] = annotation.name.split('/');
  if (prefix === 'seccomp.security.alpha.kubernetes.io') return pod.securityContext.get('seccompProfile');
  if (prefix !== 'container.seccomp.security.alpha.kubernetes.io') return undefined;
  return pod.containers.find((container) => container.name === name)?.securityContext.get('seccompProfile');
}

function profileOf(value: string): Plain | undefined {
  if (value === 'runtime/default' || value === 'docker/default') return { type: 'RuntimeDefault' };
  if (value === 'unconfined') return { type: 'Unconfined' };
  return value.startsWith('localhost/')
    ? { type: 'Localhost', localhostProfile: value.slice('localhost/'.length) }
    : undefined;
}
