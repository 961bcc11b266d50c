import { dockerfileRule } from '../model/rule';
import { type Cache, reportCache } from './model/caches';

export default dockerfileRule({
  id: 'zypper-cache-kept',
  topic: 'C5',
  severity: 'info',
  profile: 'all',
  title: 'Cache of zypper stays in the image',
  why: 'What the package manager downloads to do its work makes the image bigger for good: deleting it in a later RUN does not take it out of the layer. Lists of packages in an image also age, and a later install may take old versions from them.',
  remedy:
    'Run `zypper clean --all` at the end of the same RUN, or mount the cache: `--mount=type=cache,target=/var/cache/zypp`.',
  aliases: ['DL3036', 'kics:38300d1a-feb2-4a48-936a-d1ef1cd24313'],
  references: [{ title: 'openSUSE: zypper(8)', url: 'https://en.opensuse.org/SDB:Zypper_manual' }],
  fix: 'safe',
  inOnbuild: true,

  managers: ['zypper'],
  run(run, context) {
    reportCache(cache, run, context, 'zypper clean --all');
  },
});

const cache: Cache = {
  managers: ['zypper'],
  actions: ['install', 'upgrade'],
  paths: ['/var/cache/zypp'],
  cleans: ({ manager, action }) => action === 'clean' && manager.id === 'zypper',
};
