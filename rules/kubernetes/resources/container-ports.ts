import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'container-ports',
  topic: 'B9',
  severity: 'warning',
  profile: 'all',
  title: 'Port of a container that Kubernetes refuses or mixes up',
  why: 'A port needs a number, and a name of at most 15 characters that no other port of the container has.',
  remedy: 'Give each port its number and a short name of its own.',
  aliases: ['kube-score:container-ports-check'],
  references: [kubernetesDocs('concepts/services-networking/service/#field-spec-ports', 'Ports')],

  container(container, { report }) {
    const names = new Set<string>();
    for (const port of container.cursor.at('ports').items) {
      const [name, number] = [port.at('name').text ?? '', port.at('containerPort')];
      if (!number.isUnresolved && (number.number ?? 0) === 0)
        report(port, say`A port of ${container.title} has no number. Set containerPort.`);
      if (name.length > 15)
        report(
          port.at('name'),
          say`The port name \`${name}\` of ${container.title} is longer than 15 characters. Shorten it.`,
        );
      if (name !== '' && names.has(name))
        report(port.at('name'), say`Two ports of ${container.title} are named \`${name}\`. Rename one.`);
      names.add(name);
    }
  },
});
