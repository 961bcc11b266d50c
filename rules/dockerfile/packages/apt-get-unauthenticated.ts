import { say } from '../../message';
import { cwe } from '../../references';
import { dockerfileRule } from '../model/rule';
import { remove } from './model/edits';

export default dockerfileRule({
  id: 'apt-get-unauthenticated',
  topic: 'C5',
  severity: 'error',
  profile: 'recommended',
  title: '`apt-get` takes packages without a valid signature',
  why: 'Package managers check who made a package before they install it. Without the check, whoever may change the file on its way or on the mirror has their code run as root in the build, and in every container after it.',
  remedy: "Take the flag out, and give the repository's key with `signed-by` in its sources file.",
  aliases: ['CKV2_DOCKER_8'],
  references: [
    cwe(347),
    { title: 'apt-secure(8)', url: 'https://manpages.debian.org/stable/apt/apt-secure.8.en.html' },
  ],
  fix: 'review',
  inOnbuild: true,

  programs: ['apt-get'],
  command(command, { report }) {
    const flag = command.args.find(({ value }) =>
      /^--allow-unauthenticated(?:=(?:true|yes|1))?$/.test(value),
    );
    if (!flag) return;
    const edit = remove(command, flag);
    report(
      flag,
      say`With \`${flag.value}\`, apt-get installs packages that anybody may have made. Give the repository's key with \`signed-by\` instead.`,
      {
        fix: edit && { title: say`Check signatures`, edits: [edit] },
      },
    );
  },
});
