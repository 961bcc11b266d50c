import { say } from '../../message';
import type { RunInstruction } from '../model/instructions/command-line';
import type { PackageCall } from '../model/package-managers';
import { dockerfileRule } from '../model/rule';
import { atEndOf, callsOf, isGone } from './model/caches';
import { mayHideFlags } from './model/hidden-flags';
import { isGiven } from './model/variables';

export default dockerfileRule({
  id: 'yarn-cache-kept',
  topic: 'C5',
  severity: 'info',
  profile: 'all',
  title: 'Cache of yarn stays in the image',
  why: 'yarn keeps a copy of all packages that it downloads, which makes the image about twice as big as its node_modules. Deleting it in a later RUN does not take it out of the layer.',
  remedy:
    'Run `yarn cache clean` at the end of the same RUN, or mount the cache: `--mount=type=cache,target=/usr/local/share/.cache/yarn`.',
  aliases: ['DL3060'],
  references: [{ title: 'Yarn: yarn cache', url: 'https://classic.yarnpkg.com/en/docs/cli/cache/' }],
  fix: 'review',
  inOnbuild: true,

  managers: ['yarn'],
  run(run, { report }) {
    const call = callsOf(run).findLast(
      ({ manager, action }) => manager.id === 'yarn' && action === 'restore',
    );
    if (!call || isElsewhere(call, run) || isGone(cache, run, call.command)) return;
    const edit = atEndOf(run, call.command, 'yarn cache clean');
    report(
      call.subcommand.at(-1) ?? call.command.nameSpan,
      say`yarn keeps a copy of all packages in the image. Run \`yarn cache clean\` at the end of the same RUN.`,
      { fix: edit && { title: say`Run yarn cache clean at the end`, edits: [edit] } },
    );
  },
});

const cache = {
  paths: ['/usr/local/share/.cache/yarn', '~/.cache/yarn', '~/.yarn/berry/cache'],
  cleans: ({ manager, action }: PackageCall): boolean => manager.id === 'yarn' && action === 'clean',
};

/** With a folder of its own, the cache may be part of the project. */
const isElsewhere = ({ command }: PackageCall, run: RunInstruction): boolean =>
  command.hasFlag('--cache-folder') ||
  mayHideFlags(command) ||
  isGiven(run, 'YARN_CACHE_FOLDER') ||
  command.assignments.some(({ name }) => name === 'YARN_CACHE_FOLDER');
