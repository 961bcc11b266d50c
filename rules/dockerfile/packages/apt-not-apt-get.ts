import { say } from '../../message';
import { replaceWord } from '../model/edit';
import { dockerfileRule } from '../model/rule';
import { isExecForm } from './model/edits';

/** What other program, or other words, do the same. */
const instead: Readonly<Record<string, readonly [program: string, words?: string]>> = {
  install: ['apt-get'],
  reinstall: ['apt-get', 'install --reinstall'],
  update: ['apt-get'],
  // Other than apt-get, apt installs new packages that an upgrade needs.
  upgrade: ['apt-get', 'upgrade --with-new-pkgs'],
  'full-upgrade': ['apt-get', 'dist-upgrade'],
  'dist-upgrade': ['apt-get'],
  remove: ['apt-get'],
  purge: ['apt-get'],
  autoremove: ['apt-get'],
  'build-dep': ['apt-get'],
  download: ['apt-get'],
  clean: ['apt-get'],
  autoclean: ['apt-get'],
  search: ['apt-cache'],
  show: ['apt-cache'],
  policy: ['apt-cache'],
  depends: ['apt-cache'],
  rdepends: ['apt-cache'],
};

export default dockerfileRule({
  id: 'apt-not-apt-get',
  topic: 'C10',
  severity: 'warning',
  profile: 'all',
  title: '`apt` is used in a script',
  why: '`apt` is made for people at a terminal: its options and output may change between releases, and it says so itself when it is run by a script.',
  remedy: 'Use `apt-get`, or `apt-cache` to ask about packages.',
  aliases: ['DL3027', 'CKV_DOCKER_9', 'kics:b84a0b47-2e99-4c9f-8933-98bcabe2b94d'],
  references: [
    {
      title: 'apt(8), script usage',
      url: 'https://manpages.debian.org/stable/apt/apt.8.en.html#SCRIPT_USAGE_AND_DIFFERENCES_FROM_OTHER_APT_TOOLS',
    },
  ],
  fix: 'safe',
  inOnbuild: true,

  programs: ['apt'],
  command(command, { report }) {
    const name = command.nameWord;
    const subcommand = command.positionals(['-t', '-o', '-c', '-a'])[0];
    const found = Object.hasOwn(instead, subcommand?.value ?? '')
      ? instead[subcommand?.value ?? '']
      : undefined;
    const isPlain =
      name?.text === 'apt' && subcommand?.word.text === subcommand?.value && !isExecForm(command);
    const [program, words] = found ?? ['apt-get'];
    report(
      command.nameSpan,
      say`\`apt\` is for people at a terminal and may change. Use \`${program}\` in scripts.`,
      {
        fix:
          found && isPlain && name && subcommand
            ? {
                title: say`Use ${program}`,
                edits: [
                  replaceWord(name, program),
                  ...(words === undefined ? [] : [replaceWord(subcommand, words)]),
                ],
              }
            : undefined,
      },
    );
  },
});
