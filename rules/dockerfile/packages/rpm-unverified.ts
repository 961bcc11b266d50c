import { say } from '../../message';
import { cwe } from '../../references';
import { dockerfileRule } from '../model/rule';
import { remove } from './model/edits';

export default dockerfileRule({
  id: 'rpm-unverified',
  topic: 'C5',
  severity: 'error',
  profile: 'recommended',
  title: '`rpm` skips the check of signatures or digests',
  why: 'Package managers check who made a package before they install it. Without the check, whoever may change the file on its way or on the mirror has their code run as root in the build, and in every container after it.',
  remedy: "Take the flag out, and import the maker's key with `rpm --import`.",
  aliases: ['CKV2_DOCKER_10'],
  references: [cwe(347), { title: 'rpm(8)', url: 'https://rpm.org/docs/latest/man/rpm.8' }],
  fix: 'review',
  inOnbuild: true,

  programs: ['rpm'],
  command(command, { report }) {
    const flag = command.args.find(({ value }) => /^--no(?:digest|signature|verify|filedigest)$/.test(value));
    if (!flag) return;
    const edit = remove(command, flag);
    report(
      flag,
      say`With \`${flag.value}\`, rpm does not see that a package was changed or is somebody else's. Leave the check on.`,
      {
        fix: edit && { title: say`Leave the check on`, edits: [edit] },
      },
    );
  },
});
