import { dockerfileRule } from '../model/rule';
import { cleansAll, reportUncleaned } from './model/cleaning';

export default dockerfileRule({
  id: 'dnf-clean-missing',
  topic: 'C5',
  severity: 'info',
  profile: 'all',
  title: 'A RUN installs by dnf, and does not run `dnf clean all`',
  why: 'What dnf downloads stays in the layer and makes the image bigger. Its own command empties every cache that it knows of.',
  remedy:
    'End the RUN with `dnf clean all`. `dnf-cache-kept` asks the same and takes other ways to empty the cache too.',
  aliases: ['DS-0019'],
  references: [
    {
      title: 'DNF command reference, clean',
      url: 'https://dnf.readthedocs.io/en/latest/command_ref.html#clean-command',
    },
  ],
  inOnbuild: true,

  managers: ['dnf'],
  run(run, context) {
    reportUncleaned(
      { manager: 'dnf', actions: ['install'], command: 'dnf clean all', isEnough: cleansAll },
      run,
      context,
    );
  },
});
