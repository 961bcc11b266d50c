import { vulnerabilitiesOf } from '../../images/vulnerable';
import { say } from '../../message';
import { imageOf } from '../model/image';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'kyverno-signature-bypass',
  topic: 'A5',
  severity: 'error',
  profile: 'recommended',
  title: 'Kyverno that lets unsigned images in',
  why: 'In Kyverno 1.8.3 and 1.8.4 a registry can pass an image without a valid signature by the check of signatures.',
  remedy: 'Take 1.8.5 or newer.',
  aliases: ['C-0091'],
  references: [
    {
      title: 'CVE-2022-47633',
      url: 'https://github.com/kyverno/kyverno/security/advisories/GHSA-m3cq-xcx9-3gvm',
    },
  ],

  container(container, { report }) {
    const image = imageOf(container);
    const known = image && vulnerabilitiesOf(image).find(({ id }) => id === 'CVE-2022-47633');
    if (!known) return;
    report(
      container.cursor.at('image'),
      say`${container.title} runs \`${image.text}\`, in which ${known.harm} (CVE-2022-47633). Take ${known.fixed.join('.')} or newer.`,
    );
  },
});
