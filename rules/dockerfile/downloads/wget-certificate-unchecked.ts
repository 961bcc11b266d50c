import { say } from '../../message';
import { cwe } from '../../references';
import { dockerfileRule } from '../model/rule';
import { remove } from '../packages/model/edits';
import { switchOf, wget } from './model/flags';

export default dockerfileRule({
  id: 'wget-certificate-unchecked',
  topic: 'C5',
  severity: 'warning',
  profile: 'recommended',
  title: '`wget` downloads without checking the certificate',
  why: 'Whoever stands between the build and the server, a proxy, a router, another machine of the network, may send files of their own. The image then holds and runs what they sent.',
  remedy:
    "Leave the check on. If the server has a certificate of your own authority, copy that authority's certificate into the image and run `update-ca-certificates`, or name it with `--ca-certificate`.",
  aliases: ['CKV2_DOCKER_3'],
  references: [
    cwe(295),
    {
      title: 'GNU Wget manual, HTTPS options',
      url: 'https://www.gnu.org/software/wget/manual/html_node/HTTPS-_0028SSL_002fTLS_0029-Options.html',
    },
  ],
  fix: 'review',
  inOnbuild: true,

  programs: ['wget'],
  command(command, { report }) {
    const flag = switchOf(command, wget, undefined, ['--no-check-certificate', '--no-check-certificates']);
    if (!flag) return;
    const edit = remove(command, flag);
    report(
      flag,
      say`With \`${flag.value}\`, wget takes the files of whoever answers. Leave the check of the certificate on.`,
      {
        fix: edit && { title: say`Check the certificate`, edits: [edit] },
      },
    );
  },
});
