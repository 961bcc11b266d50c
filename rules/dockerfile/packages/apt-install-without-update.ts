import { say } from '../../message';
import { dockerDocs } from '../../references';
import { insertCommandBefore } from '../model/edit';
import type { RunInstruction } from '../model/instructions/command-line';
import { packageCallOf } from '../model/package-managers';
import { dockerfileRule } from '../model/rule';
import type { Command } from '../model/shell/command';
import type { Stage } from '../model/stage';
import { isMounted } from './model/caches';
import { mayDoAnything } from './model/unknown-programs';

export default dockerfileRule({
  id: 'apt-install-without-update',
  topic: 'C5',
  severity: 'warning',
  profile: 'recommended',
  title: '`apt-get install` without lists of packages',
  why: 'The official images of Debian and Ubuntu hold no lists of packages: apt-get finds no package and the build fails. On a base with old lists, it installs old versions.',
  remedy: 'Run `apt-get update` before it in the same RUN.',
  aliases: [],
  references: [dockerDocs('build/building/best-practices/#apt-get', 'Building best practices, apt-get')],
  fix: 'safe',

  run(run, { report }) {
    if (!run.stage || !startsWithoutLists(run.stage) || isMounted(run, ['/var/lib/apt/lists'])) return;
    for (const command of commandsBefore(run)) {
      if (mayFetchLists(command)) return;
      const call = packageCallOf(command);
      const subcommand = call?.subcommand.at(-1);
      if (call?.action !== 'install' || call.manager.id !== 'apt-get' || !subcommand) continue;
      if (call.packages.length === 0 || call.packages.some(({ kind }) => kind !== 'name')) return;
      if (command.owner !== run || command.hasHiddenArguments || updatesItself(command)) return;
      const isPlain =
        command.position.inside.length === 0 && command.wrappers.length === 0 && run.form !== 'exec';
      report(
        subcommand,
        say`The base image has no lists of packages, and nothing fetches them: this finds no package. Run \`apt-get update\` before it in the same RUN.`,
        {
          fix: isPlain
            ? {
                title: say`Run apt-get update before it`,
                edits: [insertCommandBefore(command, 'apt-get update')],
              }
            : undefined,
        },
      );
      return;
    }
  },
});

/** Since apt 3.0 an installation can fetch the lists first. */
const updatesItself = (command: Command): boolean => command.hasFlag('-U', '--update');

/** Official images that are known to hold none. */
const startsWithoutLists = ({ baseImage }: Stage): boolean =>
  baseImage !== undefined && ['debian', 'ubuntu'].includes(baseImage.familiarName);

/** All that the stage has run up to the end of a RUN. */
function commandsBefore(run: RunInstruction): readonly Command[] {
  const { stage } = run;
  if (!stage) return [];
  const earlier = stage.lineage.toReversed().flatMap(({ own }) => own);
  return earlier.flatMap((own) => {
    if (own.index > run.index || own.kind !== 'run') return [];
    return own.commands;
  });
}

/** What updates the lists, and what is not to be known: scripts, pipes into shells, tools that add repositories. */
function mayFetchLists(command: Command): boolean {
  const call = packageCallOf(command);
  if (call) return call.action === 'update';
  return /^apt(?:itude|[-_].*)?$/.test(command.name ?? '') || mayDoAnything(command);
}
