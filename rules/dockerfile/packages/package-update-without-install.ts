import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import { callsOf } from './model/caches';
import { installsNothing, isUpdate } from './model/updates';

export default dockerfileRule({
  id: 'package-update-without-install',
  topic: 'C5',
  severity: 'info',
  profile: 'all',
  title: 'Package lists are updated in a file that installs nothing',
  why: 'The lists make the image bigger and age in it, and nothing in the build uses them.',
  remedy: 'Take the update out, or install in the same RUN what it is meant for.',
  aliases: ['CKV_DOCKER_5'],
  references: [dockerDocs('build/building/best-practices/#apt-get', 'Building best practices, apt-get')],

  kinds: ['run'],
  file({ instructions }, { report }) {
    const runs = instructions.filter((instruction) => instruction.kind === 'run');
    if (!runs.every(installsNothing)) return;
    for (const update of runs.flatMap(callsOf).filter(isUpdate))
      report(
        update.subcommand.at(-1) ?? update.command.nameSpan,
        say`Nothing in this file installs what \`${update.manager.id}\` updates its lists for. Take the update out.`,
      );
  },
});
