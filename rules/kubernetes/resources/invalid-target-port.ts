import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isKind } from '../model/kinds';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'invalid-target-port',
  topic: 'F1',
  severity: 'error',
  profile: 'recommended',
  title: 'Name of a port that Kubernetes refuses',
  why: 'A port is named by letters, digits and single hyphens in small letters, with a letter at least and 15 characters at most. Anything else is refused.',
  remedy: 'Shorten the name, or write it in small letters.',
  aliases: ['kube-linter:invalid-target-ports'],
  references: [kubernetesDocs('concepts/services-networking/service/#field-spec-ports', 'Ports of Services')],

  container(container, { report }) {
    for (const port of container.cursor.at('ports').items) {
      const name = port.at('name');
      if (name.string && !isPortName(name.string))
        report(
          name,
          say`${container.title} names a port \`${name.string}\`, which the API server refuses. Use small letters, digits and hyphens, 15 at most.`,
        );
    }
  },

  object(object, { report }) {
    if (!isKind(object, '', 'Service')) return;
    for (const port of object.cursor.path('spec', 'ports').items) {
      const target = port.get('targetPort');
      if (target.string && !isPortName(target.string))
        report(
          target,
          say`${object.title} leads to a port named \`${target.string}\`, which cannot be. Use small letters, digits and hyphens, 15 at most.`,
        );
      const { number } = target;
      if (number !== undefined && !(number >= 0 && number <= 65535))
        report(target, say`${object.title} leads to port ${number}, which cannot be. Ports go up to 65535.`);
    }
  },
});

const isPortName = (name: string): boolean =>
  name.length <= 15 && /[a-z]/.test(name) && /^[a-z0-9](?:-?[a-z0-9])*$/.test(name);
