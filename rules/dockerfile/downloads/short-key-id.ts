import { say } from '../../message';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'short-key-id',
  topic: 'C5',
  severity: 'warning',
  profile: 'recommended',
  title: 'A key is fetched by a part of its fingerprint',
  why: 'Keyservers take keys from anybody, and a key with the same last 8 or 16 digits can be made. What is verified with it is then verified by the wrong person.',
  remedy: 'Ask for the whole fingerprint, 40 digits or more, as its owner publishes it.',
  aliases: [],
  references: [
    {
      title: 'GnuPG: how to specify a user ID',
      url: 'https://www.gnupg.org/documentation/manuals/gnupg/Specify-a-User-ID.html',
    },
  ],
  inOnbuild: true,

  programs: ['gpg', 'gpg2', 'apt-key'],
  command(command, { report }) {
    const at = command.args.findIndex(({ value }) => /^--(?:recv|receive)(?:-keys?)?$/.test(value));
    if (at < 0) return;
    const ids = command.args
      .slice(at + 1)
      .filter(({ known }) => /^(?:0x)?(?:[0-9a-f]{8}|[0-9a-f]{16})$/i.test(known ?? ''));
    for (const id of ids) report(id, say`Another key may end in ${id.value}. Ask for the whole fingerprint.`);
  },
});
