import { dockerfileRule } from '../model/rule';
import { type Cache, reportCache } from './model/caches';

export default dockerfileRule({
  id: 'dnf-cache-kept',
  topic: 'C5',
  severity: 'info',
  profile: 'all',
  title: 'Cache of dnf stays in the image',
  why: 'What the package manager downloads to do its work makes the image bigger for good: deleting it in a later RUN does not take it out of the layer. Lists of packages in an image also age, and a later install may take old versions from them.',
  remedy:
    'Run `dnf clean all` at the end of the same RUN, or mount the cache: `--mount=type=cache,target=/var/cache/libdnf5`.',
  aliases: ['DL3040', 'kics:295acb63-9246-4b21-b441-7c1f1fb62dc0'],
  references: [
    {
      title: 'DNF command reference, clean',
      url: 'https://dnf.readthedocs.io/en/latest/command_ref.html#clean-command',
    },
  ],
  fix: 'safe',
  inOnbuild: true,

  managers: ['dnf'],
  run(run, context) {
    reportCache(cache, run, context, 'dnf clean all');
  },
});

const cache: Cache = {
  managers: ['dnf'],
  actions: ['install', 'upgrade', 'update'],
  paths: ['/var/cache/dnf', '/var/cache/libdnf5', '/var/cache/yum'],
  cleans: ({ manager, action, command }) =>
    action === 'clean' &&
    /^(?:yum|dnf)$/.test(manager.id) &&
    command.args.some(({ value }) => value === 'all'),
};
