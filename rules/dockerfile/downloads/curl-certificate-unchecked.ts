import { say } from '../../message';
import { cwe } from '../../references';
import { dockerfileRule } from '../model/rule';
import { isExecForm } from '../packages/model/edits';
import { curl, switchOf, withoutSwitch } from './model/flags';

export default dockerfileRule({
  id: 'curl-certificate-unchecked',
  topic: 'C5',
  severity: 'warning',
  profile: 'recommended',
  title: '`curl` downloads without checking the certificate',
  why: 'Whoever stands between the build and the server, a proxy, a router, another machine of the network, may send files of their own. The image then holds and runs what they sent.',
  remedy:
    "Leave the check on. If the server has a certificate of your own authority, copy that authority's certificate into the image and run `update-ca-certificates`, or name it with `--cacert`.",
  aliases: ['CKV2_DOCKER_2'],
  references: [
    cwe(295),
    { title: 'curl: SSL certificate verification', url: 'https://curl.se/docs/sslcerts.html' },
  ],
  fix: 'review',
  inOnbuild: true,

  programs: ['curl'],
  command(command, { report }) {
    const flag = switchOf(command, curl, 'k', ['--insecure']);
    if (!flag) return;
    const edit = isExecForm(command) ? undefined : withoutSwitch(flag, 'k');
    report(
      flag,
      say`With \`${flag.value}\`, curl takes the files of whoever answers. Leave the check of the certificate on.`,
      {
        fix: edit && { title: say`Check the certificate`, edits: [edit] },
      },
    );
  },
});
