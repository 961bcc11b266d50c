import { vulnerabilitiesOf } from '../../images/vulnerable';
import { say } from '../../message';
import { imageOf } from '../model/image';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'dashboard-authentication-bypass',
  topic: 'A5',
  severity: 'error',
  profile: 'recommended',
  title: 'Dashboard that can be entered without a login',
  why: 'In the Dashboard before 1.10.1 strangers can skip the login, act with its service account and read secrets.',
  remedy: 'Remove the Dashboard, or take 1.10.1 or newer.',
  aliases: [],
  references: [{ title: 'CVE-2018-18264', url: 'https://nvd.nist.gov/vuln/detail/CVE-2018-18264' }],

  container(container, { report }) {
    const image = imageOf(container);
    const known = image && vulnerabilitiesOf(image).find(({ id }) => id === 'CVE-2018-18264');
    if (!known) return;
    report(
      container.cursor.at('image'),
      say`${container.title} runs \`${image.text}\`, in which ${known.harm} (CVE-2018-18264). Take ${known.fixed.join('.')} or newer.`,
    );
  },
});
