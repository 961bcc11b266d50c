import { say } from '../../message';
import type { RunInstruction } from '../model/instructions/command-line';
import { packageCallOf } from '../model/package-managers';
import { dockerfileRule } from '../model/rule';
import type { Command } from '../model/shell/command';
import { isGone } from './model/caches';
import { addAfter } from './model/edits';
import { mayHideFlags } from './model/hidden-flags';
import { isGiven } from './model/variables';

export default dockerfileRule({
  id: 'pip-cache-kept',
  topic: 'C5',
  severity: 'info',
  profile: 'all',
  title: 'Cache of pip stays in the image',
  why: 'pip keeps all that it downloads and builds for a next time, which never comes in an image. It makes the image bigger for good: deleting it in a later RUN does not take it out of the layer.',
  remedy:
    'Add `--no-cache-dir`, set `PIP_NO_CACHE_DIR=1` for the stage, or mount the cache: `--mount=type=cache,target=/root/.cache/pip`.',
  aliases: ['DL3042', 'kics:f2f903fb-b977-461e-98d7-b3e2185c6118'],
  references: [{ title: 'pip: Caching', url: 'https://pip.pypa.io/en/stable/topics/caching/' }],
  fix: 'safe',
  inOnbuild: true,

  managers: ['pip'],
  run(run, { report }) {
    for (const command of run.commands) {
      const call = packageCallOf(command);
      const install = call?.subcommand.at(-1);
      if (call?.manager.id !== 'pip' || install?.value !== 'install') continue;
      if (command.hasFlag('--no-cache-dir', '--cache-dir', '--dry-run') || mayHideFlags(command)) continue;
      if (isSwitchedOff(run, command) || isGone(cache, run, command)) continue;
      const edit = addAfter(command, install, '--no-cache-dir');
      report(install, say`pip keeps what it downloads in the image. Add \`--no-cache-dir\`.`, {
        fix: edit && { title: say`Add --no-cache-dir`, edits: [edit] },
      });
    }
  },
});

const cache = {
  paths: ['~/.cache/pip'],
  cleans: (call: ReturnType<typeof packageCallOf>): boolean =>
    call?.manager.id === 'pip' && call.action === 'clean',
};

/** By a variable of the stage, of the script or of the command, or by pip's own configuration. */
function isSwitchedOff(run: RunInstruction, command: Command): boolean {
  const names = /^(?:PIP_NO_CACHE_DIR|PIP_CACHE_DIR|XDG_CACHE_HOME)$/;
  return (
    isGiven(run, 'PIP_NO_CACHE_DIR', 'PIP_CACHE_DIR', 'XDG_CACHE_HOME') ||
    command.assignments.some(({ name }) => names.test(name)) ||
    /PIP_NO_CACHE_DIR|PIP_CACHE_DIR|no-cache-dir|XDG_CACHE_HOME/.test(scriptBefore(run, command))
  );
}

/** What the script tells pip before the command: by variables, `pip config` or a file. */
const scriptBefore = (run: RunInstruction, { order }: Command): string =>
  run.commands
    .filter((other) => other.order < order && tellsPip(other))
    .flatMap((other) => [
      ...other.assignments.map(({ name }) => name),
      ...other.args.map(({ value }) => value),
    ])
    .join(' ');

const tellsPip = ({ name, args }: Command): boolean =>
  name === undefined ||
  /^(?:export|echo|printf)$/.test(name) ||
  (/^pip[\d.]*$/.test(name) && args[0]?.value === 'config');
