import { say } from '../../message';
import { cwe } from '../../references';
import { writtenIn } from '../downloads/model/written';
import { replaceWord } from '../model/edit';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'yum-ssl-unverified',
  topic: 'C5',
  severity: 'warning',
  profile: 'recommended',
  title: '`yum` or `dnf` works without checking certificates',
  why: 'Whoever stands between the build and the server, a proxy, a router, another machine of the network, may send files of their own. The image then holds and runs what they sent.',
  remedy: 'Leave `sslverify` on. For a mirror with a certificate of your own authority, set `sslcacert`.',
  aliases: ['CKV2_DOCKER_15'],
  references: [
    cwe(295),
    { title: 'DNF configuration, sslverify', url: 'https://dnf.readthedocs.io/en/latest/conf_ref.html' },
  ],
  fix: 'review',
  inOnbuild: true,

  kinds: ['run', 'copy', 'add'],
  instruction(instruction, { report, dockerfile }) {
    for (const place of writtenIn(instruction, pattern)) {
      const text = dockerfile.text.slice(place.start, place.end);
      report(
        place,
        say`With \`${text}\`, lists and packages come from whoever answers for the mirror. Leave the check of the certificate on.`,
        { fix: { title: say`Set sslverify to 1`, edits: [replaceWord(place, switchedOn(text))] } },
      );
    }
  },
});

const pattern = /sslverify[ \t]*=[ \t]*(?:0|false|no|off)\b/gi;

/** The text with a value that leaves the check on, its spaces kept. */
const switchedOn = (text: string): string => `${/^[^=]*=[ \t]*/.exec(text)?.[0] ?? 'sslverify='}1`;
