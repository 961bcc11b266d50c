import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import { isGone } from './model/caches';
import { systemManagers, updateAlone } from './model/updates';

export default dockerfileRule({
  id: 'package-lists-alone',
  topic: 'C5',
  severity: 'warning',
  profile: 'recommended',
  title: 'Package lists are updated in a RUN that installs nothing',
  why: 'Docker caches the layer of this RUN. When packages are added to a later RUN, the lists are not fetched again: it installs old versions with known holes, or fails since they are gone.',
  remedy: 'Update and install in the same RUN: `apt-get update && apt-get install -y …`.',
  aliases: [],
  references: [dockerDocs('build/building/best-practices/#apt-get', 'Building best practices, apt-get')],
  inOnbuild: true,

  managers: systemManagers,
  run(run, { report }) {
    const update = updateAlone(run);
    const subcommand = update?.subcommand.at(-1);
    if (update?.action !== 'update' || !subcommand || isGone(lists, run, update.command)) return;
    report(
      subcommand,
      say`This layer is cached: packages that a later RUN installs come from old lists. Run \`${update.manager.id} ${subcommand.value}\` in the RUN that installs.`,
    );
  },
});

/** Lists that are deleted again give nobody old versions. */
const lists = { paths: ['/var/lib/apt/lists', '/var/cache/apk'], cleans: () => false };
