import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'privileged-container-port',
  topic: 'B13',
  severity: 'info',
  profile: 'all',
  title: 'Port below 1024',
  why: 'To listen below 1024 a program needs root or NET_BIND_SERVICE on many systems, so such a port keeps rights alive that the pod could do without.',
  remedy: 'Listen at a port above 1023 and let the Service map the port.',
  aliases: ['KSV-0117', 'kube-linter:privileged-ports'],
  references: [kubernetesDocs('concepts/services-networking/service/#field-spec-ports', 'Ports')],

  container(container, { report }) {
    for (const port of container.cursor.at('ports').items) {
      const number = port.at('containerPort');
      if (number.number === undefined || number.number >= 1024 || number.number <= 0) continue;
      report(
        number,
        say`${container.title} listens at port ${number.number}, for which many systems ask for root. Listen above 1023.`,
      );
    }
  },
});
