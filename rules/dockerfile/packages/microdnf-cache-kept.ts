import { dockerfileRule } from '../model/rule';
import { type Cache, reportCache } from './model/caches';

export default dockerfileRule({
  id: 'microdnf-cache-kept',
  topic: 'C5',
  severity: 'info',
  profile: 'all',
  title: 'Cache of microdnf stays in the image',
  why: 'What the package manager downloads to do its work makes the image bigger for good: deleting it in a later RUN does not take it out of the layer. Lists of packages in an image also age, and a later install may take old versions from them.',
  remedy:
    'Run `microdnf clean all` at the end of the same RUN, or mount the cache: `--mount=type=cache,target=/var/cache/yum`.',
  aliases: [],
  references: [
    {
      title: 'Red Hat: Building and managing containers, microdnf',
      url: 'https://docs.redhat.com/en/documentation/red_hat_enterprise_linux/9/html/building_running_and_managing_containers/assembly_adding-software-to-a-ubi-container_building-running-and-managing-containers',
    },
  ],
  fix: 'safe',
  inOnbuild: true,

  managers: ['microdnf'],
  run(run, context) {
    reportCache(cache, run, context, 'microdnf clean all');
  },
});

const cache: Cache = {
  managers: ['microdnf'],
  actions: ['install', 'upgrade', 'update'],
  paths: ['/var/cache/yum', '/var/cache/dnf', '/var/cache/libdnf5'],
  cleans: ({ manager, action, command }) =>
    action === 'clean' &&
    /^(?:yum|dnf|microdnf)$/.test(manager.id) &&
    command.args.some(({ value }) => value === 'all'),
};
