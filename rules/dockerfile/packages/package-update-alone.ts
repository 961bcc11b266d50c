import { say } from '../../message';
import { dockerDocs } from '../../references';
import type { PackageCall } from '../model/package-managers';
import { dockerfileRule } from '../model/rule';
import { callsOf } from './model/caches';

export default dockerfileRule({
  id: 'package-update-alone',
  topic: 'C5',
  severity: 'warning',
  profile: 'recommended',
  title: 'Package lists are updated in a RUN that installs nothing',
  why: 'Docker caches the layer of this RUN. When packages are added to a later RUN, the lists are not fetched again: it installs old versions with known holes, or fails since they are gone.',
  remedy: 'Update and install in the same RUN: `apt-get update && apt-get install -y …`.',
  aliases: ['DS-0017', 'CKV_DOCKER_5', 'kics:9bae49be-0aa3-4de5-bab2-4c3a069e40cd'],
  references: [dockerDocs('build/building/best-practices/#apt-get', 'Building best practices, apt-get')],
  inOnbuild: true,

  run(run, { report }) {
    const calls = callsOf(run);
    const update = calls.find(isUpdate);
    const subcommand = update?.subcommand.at(-1);
    if (!update || !subcommand || calls.some((call) => call !== update && installs(call))) return;
    // A script may install as well.
    if (run.commands.some(({ name }) => name === undefined || /\.sh$|^(?:source|\.)$|install/.test(name)))
      return;
    if (update.action === 'upgrade')
      report(
        subcommand,
        say`This layer is cached: later builds keep the packages of the day when it was built. Update in the RUN that installs, or take a newer base image.`,
        { severity: 'info' },
      );
    else
      report(
        subcommand,
        say`This layer is cached: packages that a later RUN installs come from old lists. Run \`${update.manager.id} ${subcommand.value}\` in the RUN that installs.`,
      );
  },
});

/** What fetches lists, and what is called so. */
const isUpdate = ({ manager, action, subcommand }: PackageCall): boolean =>
  system.has(manager.id) &&
  (action === 'update' || (action === 'upgrade' && subcommand[0]?.value === 'update'));

const system: ReadonlySet<string> = new Set([
  'apt-get',
  'apt',
  'aptitude',
  'apk',
  'yum',
  'dnf',
  'microdnf',
  'tdnf',
  'zypper',
]);

const installs = (call: PackageCall): boolean =>
  system.has(call.manager.id) &&
  (call.action === 'install' || (call.action === 'upgrade' && !isUpdate(call)));
