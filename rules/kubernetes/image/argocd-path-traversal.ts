import { vulnerabilitiesOf } from '../../images/vulnerable';
import { say } from '../../message';
import { imageOf } from '../model/image';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'argocd-path-traversal',
  topic: 'A5',
  severity: 'error',
  profile: 'recommended',
  title: 'Argo CD that lets a chart read files of others',
  why: 'In these releases a Helm chart can read files of other applications on the repository server, secrets with them.',
  remedy: 'Take 2.1.9, 2.2.4 or newer.',
  aliases: ['C-0081'],
  references: [
    {
      title: 'CVE-2022-24348',
      url: 'https://github.com/argoproj/argo-cd/security/advisories/GHSA-63qx-x74g-jcr7',
    },
  ],

  container(container, { report }) {
    const image = imageOf(container);
    const known = image && vulnerabilitiesOf(image).find(({ id }) => id === 'CVE-2022-24348');
    if (!known) return;
    report(
      container.cursor.at('image'),
      say`${container.title} runs \`${image.text}\`, in which ${known.harm} (CVE-2022-24348). Take ${known.fixed.join('.')} or newer.`,
    );
  },
});
