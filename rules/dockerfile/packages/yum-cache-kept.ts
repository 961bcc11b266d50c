import { dockerfileRule } from '../model/rule';
import { type Cache, reportCache } from './model/caches';

export default dockerfileRule({
  id: 'yum-cache-kept',
  topic: 'C5',
  severity: 'info',
  profile: 'all',
  title: 'Cache of yum stays in the image',
  why: 'What the package manager downloads to do its work makes the image bigger for good: deleting it in a later RUN does not take it out of the layer. Lists of packages in an image also age, and a later install may take old versions from them.',
  remedy:
    'Run `yum clean all` at the end of the same RUN, or mount the cache: `--mount=type=cache,target=/var/cache/yum`.',
  aliases: ['DL3032', 'kics:00481784-25aa-4a55-8633-3136dfcf4f37'],
  references: [{ title: 'yum(8), clean options', url: 'https://man7.org/linux/man-pages/man8/yum.8.html' }],
  fix: 'safe',
  inOnbuild: true,

  managers: ['yum'],
  run(run, context) {
    reportCache(cache, run, context, 'yum clean all');
  },
});

const cache: Cache = {
  managers: ['yum'],
  actions: ['install', 'upgrade', 'update'],
  paths: ['/var/cache/yum', '/var/cache/dnf'],
  cleans: ({ manager, action, command }) =>
    action === 'clean' &&
    /^(?:yum|dnf)$/.test(manager.id) &&
    command.args.some(({ value }) => value === 'all'),
};
