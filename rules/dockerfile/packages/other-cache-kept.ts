import type { PackageManagerId } from '../model/package-managers';
import { dockerfileRule } from '../model/rule';
import { type Cache, reportCache } from './model/caches';
import { isShipped } from './model/shipped';

export default dockerfileRule({
  id: 'other-cache-kept',
  topic: 'C5',
  severity: 'info',
  profile: 'all',
  title: 'Cache of a package manager stays in the image',
  why: 'What a package manager downloads to do its work makes the image bigger for good: deleting it in a later RUN does not take it out of the layer.',
  remedy:
    'Run the command that empties the cache at the end of the same RUN (`conda clean --all`, `npm cache clean --force`, `tdnf clean all`, `pacman -Scc`), or mount the cache with `--mount=type=cache`.',
  aliases: [],
  references: [],
  fix: 'safe',
  inOnbuild: true,

  managers: ['tdnf', 'pacman', 'conda', 'npm'],
  run(run, context) {
    if (!isShipped(run.stage, context.dockerfile, context.settings)) return;
    for (const [cache, cleaning] of caches) reportCache(cache, run, context, cleaning);
  },
});

const cacheOf = (
  id: PackageManagerId,
  actions: Cache['actions'],
  paths: readonly string[],
  cleaning: string,
): readonly [Cache, string] => [
  {
    managers: [id],
    actions,
    paths,
    cleans: ({ manager, action }) => manager.id === id && action === 'clean',
  },
  cleaning,
];

const caches = [
  cacheOf('tdnf', ['install', 'upgrade', 'update'], ['/var/cache/tdnf'], 'tdnf clean all'),
  cacheOf('pacman', ['install', 'upgrade'], ['/var/cache/pacman/pkg'], 'pacman -Scc --noconfirm'),
  cacheOf(
    'conda',
    ['install', 'upgrade', 'restore'],
    ['/opt/conda/pkgs', 'conda/pkgs'],
    'conda clean --all --yes',
  ),
  cacheOf('npm', ['install', 'upgrade', 'restore'], ['~/.npm'], 'npm cache clean --force'),
];
