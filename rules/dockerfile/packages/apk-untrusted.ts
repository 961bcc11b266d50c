import { say } from '../../message';
import { cwe } from '../../references';
import { dockerfileRule } from '../model/rule';
import { remove } from './model/edits';

export default dockerfileRule({
  id: 'apk-untrusted',
  topic: 'C5',
  severity: 'error',
  profile: 'recommended',
  title: '`apk` takes packages without a valid signature',
  why: 'Package managers check who made a package before they install it. Without the check, whoever may change the file on its way or on the mirror has their code run as root in the build, and in every container after it.',
  remedy:
    "Copy the maker's public key to /etc/apk/keys and take the flag out. For a package that you have built yourself, copy your own key.",
  aliases: ['CKV2_DOCKER_7'],
  references: [cwe(347), { title: 'Alpine: apk-add(8)', url: 'https://man.archlinux.org/man/apk-add.8.en' }],
  fix: 'review',
  inOnbuild: true,

  programs: ['apk'],
  command(command, { report }) {
    const flag = command.args.find(({ value }) => /^--allow-untrusted$/.test(value));
    if (!flag) return;
    const edit = remove(command, flag);
    report(
      flag,
      say`With \`${flag.value}\`, apk installs packages that anybody may have made. Copy the key of their maker to /etc/apk/keys instead.`,
      {
        fix: edit && { title: say`Check signatures`, edits: [edit] },
      },
    );
  },
});
