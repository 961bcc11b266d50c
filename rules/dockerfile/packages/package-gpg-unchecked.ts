import { say } from '../../message';
import { cwe } from '../../references';
import { dockerfileRule } from '../model/rule';
import { remove } from './model/edits';

export default dockerfileRule({
  id: 'package-gpg-unchecked',
  topic: 'C5',
  severity: 'error',
  profile: 'recommended',
  title: 'Packages are installed without checking their signature',
  why: 'Package managers check who made a package before they install it. Without the check, whoever may change the file on its way or on the mirror has their code run as root in the build, and in every container after it.',
  remedy:
    "Take the flag out, and import the maker's key: `rpm --import`, or `gpgkey=` in the repository's file.",
  aliases: ['CKV2_DOCKER_9'],
  references: [
    cwe(347),
    {
      title: 'DNF command reference, options',
      url: 'https://dnf.readthedocs.io/en/latest/command_ref.html#options',
    },
  ],
  fix: 'review',
  inOnbuild: true,

  programs: ['dnf', 'dnf5', 'dnf-3', 'tdnf', 'yum', 'microdnf'],
  command(command, { report }) {
    const flag = command.args.find(({ value }) => /^--nogpgcheck$/.test(value));
    if (!flag) return;
    const edit = remove(command, flag);
    report(
      flag,
      say`With \`${flag.value}\`, the packages may be anybody's. Import the key of their maker instead.`,
      {
        fix: edit && { title: say`Check signatures`, edits: [edit] },
      },
    );
  },
});
