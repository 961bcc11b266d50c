import { say } from '../../message';
import { dockerDocs } from '../../references';
import { insertCommandBefore } from '../model/edit';
import type { RunInstruction } from '../model/instructions/command-line';
import { packageCallOf } from '../model/package-managers';
import { dockerfileRule } from '../model/rule';
import type { Argument, Command } from '../model/shell/command';
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

  kinds: ['run'],
  stage(stage, { report }) {
    const install = startsWithoutLists(stage) ? firstInstall(stage) : undefined;
    if (!install) return;
    const { command, subcommand, run } = install;
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
  },
});

interface Install {
  readonly command: Command;
  readonly subcommand: Argument;
  readonly run: RunInstruction;
}

/** The first installation of a stage's own, where nothing before it may have fetched lists. */
function firstInstall(stage: Stage): Install | undefined {
  const runs = stage.lineage.toReversed().flatMap((one) => one.ofKind('run'));
  for (const run of runs)
    for (const command of run.commands) {
      if (mayFetchLists(command)) return undefined;
      const call = packageCallOf(command);
      const subcommand = call?.subcommand.at(-1);
      if (call?.action !== 'install' || call.manager.id !== 'apt-get' || !subcommand) continue;
      const isKnown = call.packages.length > 0 && call.packages.every(({ kind }) => kind === 'name');
      if (!isKnown || command.hasHiddenArguments || updatesItself(command)) return undefined;
      const isOwn = run.stage === stage && !isMounted(run, ['/var/lib/apt/lists']);
      return isOwn ? { command, subcommand, run } : undefined;
    }
  return undefined;
}

/** Since apt 3.0 an installation can fetch the lists first. */
const updatesItself = (command: Command): boolean => command.hasFlag('-U', '--update');

/** Official images that are known to hold none. */
const startsWithoutLists = ({ baseImage }: Stage): boolean =>
  baseImage !== undefined && ['debian', 'ubuntu'].includes(baseImage.familiarName);

/** What updates the lists, and what is not to be known: scripts, pipes into shells, tools that add repositories. */
function mayFetchLists(command: Command): boolean {
  const call = packageCallOf(command);
  if (call) return call.action === 'update';
  return /^apt(?:itude|[-_].*)?$/.test(command.name ?? '') || mayDoAnything(command);
}
