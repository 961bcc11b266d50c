import { vulnerabilitiesOf } from '../../images/vulnerable';
import { say } from '../../message';
import { imageOf } from '../model/image';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'ingress-nginx-code-execution',
  topic: 'A5',
  severity: 'error',
  profile: 'recommended',
  title: '`ingress-nginx` that runs code of any pod',
  why: 'Whoever reaches the admission webhook of these releases can run code in the controller, which may read all Secrets of the cluster.',
  remedy: 'Take 1.11.5, 1.12.1 or newer, and plan to leave ingress-nginx, which is retired.',
  aliases: [],
  references: [
    { title: 'CVE-2025-1974', url: 'https://kubernetes.io/blog/2025/03/24/ingress-nginx-cve-2025-1974/' },
  ],

  container(container, { report }) {
    const image = imageOf(container);
    const known = image && vulnerabilitiesOf(image).find(({ id }) => id === 'CVE-2025-1974');
    if (!known) return;
    report(
      container.cursor.at('image'),
      say`${container.title} runs \`${image.text}\`, in which ${known.harm} (CVE-2025-1974). Take ${known.fixed.join('.')} or newer.`,
    );
  },
});
