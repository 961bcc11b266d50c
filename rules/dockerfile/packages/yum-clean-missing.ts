import { dockerfileRule } from '../model/rule';
import { cleansAll, reportUncleaned } from './model/cleaning';

export default dockerfileRule({
  id: 'yum-clean-missing',
  topic: 'C5',
  severity: 'info',
  profile: 'all',
  title: 'A RUN installs by yum, and does not run `yum clean all`',
  why: 'What yum downloads stays in the layer and makes the image bigger. Its own command empties every cache that it knows of.',
  remedy:
    'End the RUN with `yum clean all`. `yum-cache-kept` asks the same and takes other ways to empty the cache too.',
  aliases: ['DS-0015'],
  references: [{ title: 'yum(8), clean options', url: 'https://man7.org/linux/man-pages/man8/yum.8.html' }],
  inOnbuild: true,

  managers: ['yum'],
  run(run, context) {
    reportUncleaned(
      { manager: 'yum', actions: ['install'], command: 'yum clean all', isEnough: cleansAll },
      run,
      context,
    );
  },
});
