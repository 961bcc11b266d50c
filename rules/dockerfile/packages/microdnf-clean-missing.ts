import { dockerfileRule } from '../model/rule';
import { cleansAll, reportUncleaned } from './model/cleaning';

export default dockerfileRule({
  id: 'microdnf-clean-missing',
  topic: 'C5',
  severity: 'info',
  profile: 'all',
  title: 'A RUN installs by microdnf, and does not run `microdnf clean all`',
  why: 'What microdnf downloads stays in the layer and makes the image bigger. Its own command empties every cache that it knows of.',
  remedy:
    'End the RUN with `microdnf clean all`. `microdnf-cache-kept` asks the same and takes other ways to empty the cache too.',
  aliases: ['DS-0027'],
  references: [
    {
      title: 'Red Hat: Building and managing containers, microdnf',
      url: 'https://docs.redhat.com/en/documentation/red_hat_enterprise_linux/9/html/building_running_and_managing_containers/assembly_adding-software-to-a-ubi-container_building-running-and-managing-containers',
    },
  ],
  inOnbuild: true,

  managers: ['microdnf'],
  run(run, context) {
    reportUncleaned(
      { manager: 'microdnf', actions: ['install'], command: 'microdnf clean all', isEnough: cleansAll },
      run,
      context,
    );
  },
});
