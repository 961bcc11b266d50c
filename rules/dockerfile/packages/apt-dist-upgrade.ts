import { say } from '../../message';
import { packageCallOf, programsOf } from '../model/package-managers';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'apt-dist-upgrade',
  topic: 'C6',
  severity: 'info',
  profile: 'all',
  title: '`apt-get dist-upgrade` in an image',
  why: 'It may remove packages and install others to upgrade the rest, so that what the image has depends on the day when its layer was built.',
  remedy: 'Take a newer base image, and rebuild by plan. For fixes only, use `apt-get upgrade`.',
  aliases: [],
  references: [{ title: 'apt-get(8)', url: 'https://manpages.debian.org/stable/apt/apt-get.8.en.html' }],
  inOnbuild: true,

  programs: programsOf('apt-get', 'apt', 'aptitude'),
  command(command, { report }) {
    const call = packageCallOf(command);
    const subcommand = call?.subcommand.at(-1);
    if (!subcommand || !/^(?:dist-upgrade|full-upgrade)$/.test(subcommand.value)) return;
    if (!call || !['apt-get', 'apt', 'aptitude'].includes(call.manager.id)) return;
    report(
      subcommand,
      say`\`${call.manager.id} ${subcommand.value}\` may remove packages of the base image. Take a newer base image instead.`,
    );
  },
});
