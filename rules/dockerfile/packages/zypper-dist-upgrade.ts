import { say } from '../../message';
import { packageCallOf, programsOf } from '../model/package-managers';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'zypper-dist-upgrade',
  topic: 'C6',
  severity: 'warning',
  profile: 'all',
  title: '`zypper dist-upgrade` in an image',
  why: 'It changes the image to another state of the distribution: packages are replaced, removed and downgraded as the repositories of that day have it, so that the base image no longer says what is in it.',
  remedy: 'Take a newer base image. For fixes only, use `zypper patch` or `zypper update`.',
  aliases: ['DL3035'],
  references: [{ title: 'openSUSE: zypper(8)', url: 'https://en.opensuse.org/SDB:Zypper_manual' }],
  inOnbuild: true,

  programs: programsOf('zypper'),
  command(command, { report }) {
    const call = packageCallOf(command);
    const subcommand = call?.subcommand.at(-1);
    if (
      call?.manager.id !== 'zypper' ||
      !/^(?:dist-upgrade|dup)$/.test(subcommand?.value ?? '') ||
      !subcommand
    )
      return;
    report(
      subcommand,
      say`\`zypper ${subcommand.value}\` makes another release of the base image. Take a newer base image, or use \`zypper update\`.`,
    );
  },
});
