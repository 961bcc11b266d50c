import { dockerfileRule } from '../model/rule';
import { reportUncleaned } from './model/cleaning';

export default dockerfileRule({
  id: 'zypper-clean-missing',
  topic: 'C5',
  severity: 'info',
  profile: 'all',
  title: 'A RUN runs zypper, and does not run `zypper clean`',
  why: 'What zypper downloads stays in the layer and makes the image bigger. Its own command empties every cache that it knows of.',
  remedy:
    'End the RUN with `zypper clean`. `zypper-cache-kept` asks the same and takes other ways to empty the cache too.',
  aliases: ['DS-0020'],
  references: [{ title: 'openSUSE: zypper(8)', url: 'https://en.opensuse.org/SDB:Zypper_manual' }],
  inOnbuild: true,

  managers: ['zypper'],
  run(run, context) {
    reportUncleaned(
      { manager: 'zypper', actions: ['install', 'upgrade', 'remove'], command: 'zypper clean' },
      run,
      context,
    );
  },
});
