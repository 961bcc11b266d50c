import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import { systemManagers, updateWithoutInstall } from './model/updates';

export default dockerfileRule({
  id: 'package-update-alone',
  topic: 'C5',
  severity: 'info',
  profile: 'all',
  title: '`update` of a package manager without an `install` behind it in the same RUN',
  why: 'Docker caches the layer of this RUN: what it fetched or upgraded stays as it was on the day when the layer was built, whatever later instructions install.',
  remedy:
    'Update and install in the same RUN: `apt-get update && apt-get install -y …`. To have fixes of the distribution, take a newer base image.',
  aliases: ['DS-0017', 'kics:9bae49be-0aa3-4de5-bab2-4c3a069e40cd'],
  references: [dockerDocs('build/building/best-practices/#apt-get', 'Building best practices, apt-get')],
  inOnbuild: true,

  managers: systemManagers,
  run(run, { report }) {
    const update = updateWithoutInstall(run);
    const subcommand = update?.subcommand.at(-1);
    if (update && subcommand)
      report(
        subcommand,
        say`This layer is cached and stays as it was on the day when it was built. Run \`${update.manager.id} ${subcommand.value}\` in the RUN that installs.`,
      );
  },
});
