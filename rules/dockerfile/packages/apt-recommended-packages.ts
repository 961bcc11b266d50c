import { say } from '../../message';
import { dockerDocs } from '../../references';
import { packageCallOf, programsOf } from '../model/package-managers';
import { dockerfileRule } from '../model/rule';
import { addAfter } from './model/edits';
import { mayHideFlags } from './model/hidden-flags';

const flag = '--no-install-recommends';

export default dockerfileRule({
  id: 'apt-recommended-packages',
  topic: 'C5',
  severity: 'info',
  profile: 'all',
  title: '`apt-get install` takes recommended packages too',
  why: 'Debian and Ubuntu install what a package recommends beside what it needs. Each such package makes the image bigger, and is one more that may have a hole and must be updated.',
  remedy:
    'Add `--no-install-recommends`, and name what the image does need: `ca-certificates` with curl or wget, for example.',
  aliases: ['DL3015', 'DS-0029', 'kics:7384dfb2-fcd1-4fbf-91cd-6c44c318c33c'],
  references: [dockerDocs('build/building/best-practices/#apt-get', 'Building best practices, apt-get')],
  fix: 'review',
  inOnbuild: true,

  programs: programsOf('apt-get'),
  command(command, { report, dockerfile }) {
    const call = packageCallOf(command);
    const install = call?.subcommand.at(-1);
    if (call?.manager.id !== 'apt-get' || install?.value !== 'install') return;
    const takesSome = call.packages.length > 0 || command.hasFlag('-f', '--fix-broken');
    if (!takesSome && !command.isRunBy('xargs')) return;
    if (command.hasFlag(flag) || mayHideFlags(command)) return;
    // Configuration that is written before, or `-o` of the command itself.
    if (/(?<!-)Install-Recommends/i.test(dockerfile.text.slice(0, command.span.end).replaceAll(flag, '')))
      return;
    const edit = addAfter(command, install, flag);
    report(
      install,
      say`This takes the packages that others recommend too. Add \`--no-install-recommends\`, and name what is needed.`,
      { fix: edit && { title: say`Add --no-install-recommends`, edits: [edit] } },
    );
  },
});
