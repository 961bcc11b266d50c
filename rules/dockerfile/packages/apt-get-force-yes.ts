import { say } from '../../message';
import { cwe } from '../../references';
import { dockerfileRule } from '../model/rule';
import { remove } from './model/edits';

export default dockerfileRule({
  id: 'apt-get-force-yes',
  topic: 'C5',
  severity: 'error',
  profile: 'recommended',
  title: '`apt-get --force-yes` skips every check',
  why: 'Package managers check who made a package before they install it. Without the check, whoever may change the file on its way or on the mirror has their code run as root in the build, and in every container after it.',
  remedy:
    'Use `-y`. If something must be allowed, allow just that: `--allow-downgrades`, `--allow-remove-essential`, `--allow-change-held-packages`.',
  aliases: ['CKV2_DOCKER_11'],
  references: [
    cwe(347),
    { title: 'apt-get(8)', url: 'https://manpages.debian.org/stable/apt/apt-get.8.en.html' },
  ],
  fix: 'review',
  inOnbuild: true,

  programs: ['apt-get'],
  command(command, { report }) {
    const flag = command.args.find(({ value }) => /^--force-yes$/.test(value));
    if (!flag) return;
    const edit = remove(command, flag);
    report(
      flag,
      say`With \`${flag.value}\`, apt-get takes unsigned packages, downgrades and removes what the system needs. Use \`-y\`.`,
      {
        fix: edit && { title: say`Take it out`, edits: [edit] },
      },
    );
  },
});
