import { vulnerabilitiesOf } from '../../images/vulnerable';
import { say } from '../../message';
import { imageOf } from '../model/image';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'grafana-authentication-bypass',
  topic: 'A5',
  severity: 'error',
  profile: 'recommended',
  title: 'Grafana that can be entered without a login',
  why: 'In Grafana 9.2.0 to 9.2.3 a race lets strangers reach any endpoint without a login while the server is under load.',
  remedy: 'Take 9.2.4 or newer.',
  aliases: ['C-0090'],
  references: [
    {
      title: 'CVE-2022-39328',
      url: 'https://github.com/grafana/grafana/security/advisories/GHSA-vqc4-mpj8-jxch',
    },
  ],

  container(container, { report }) {
    const image = imageOf(container);
    const known = image && vulnerabilitiesOf(image).find(({ id }) => id === 'CVE-2022-39328');
    if (!known) return;
    report(
      container.cursor.at('image'),
      say`${container.title} runs \`${image.text}\`, in which ${known.harm} (CVE-2022-39328). Take ${known.fixed.join('.')} or newer.`,
    );
  },
});
