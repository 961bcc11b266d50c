import { say } from '../../message';
import { dockerDocs } from '../../references';
import type { Dockerfile } from '../model/dockerfile';
import type { RunInstruction } from '../model/instructions/command-line';
import type { PackageCall } from '../model/package-managers';
import { type DockerfileContext, dockerfileRule } from '../model/rule';
import type { Stage } from '../model/stage';
import { atEndOf, type Cache, callsOf, callThatLeaves } from './model/caches';
import { isShipped } from './model/shipped';

const cleaning = 'rm -rf /var/lib/apt/lists/*';

export default dockerfileRule({
  id: 'apt-lists-kept',
  topic: 'C5',
  severity: 'info',
  profile: 'all',
  title: 'Package lists of apt stay in the image',
  why: 'The lists make the image bigger for good: deleting them in a later RUN does not take them out of the layer. They also age, and an install without an update of its own takes old versions from them.',
  remedy:
    'Delete them in the same RUN: `rm -rf /var/lib/apt/lists/*`, or mount them: `--mount=type=cache,target=/var/lib/apt`. `apt-get clean` deletes packages, not lists.',
  aliases: ['DL3009', 'kics:df746b39-6564-4fed-bf85-e9c44382303c'],
  references: [dockerDocs('build/building/best-practices/#apt-get', 'Building best practices, apt-get')],
  fix: 'safe',
  inOnbuild: true,

  managers: ['apt-get', 'apt', 'aptitude'],
  run(run, context) {
    if (!isShipped(run.stage, context.dockerfile, context.settings)) return;
    const call = callThatLeaves(lists, run);
    const subcommand = call?.subcommand.at(-1);
    if (!call || !subcommand) return;
    const installs = callsOf(run).some(({ action }) => action === 'install' || action === 'upgrade');
    const edit = installs ? atEndOf(run, call.command, cleaning) : undefined;
    context.report(
      subcommand,
      say`The lists that \`${call.manager.id} update\` fetches stay in this layer of the image. Run \`${cleaning}\` at the end of the same RUN.`,
      {
        fix: edit && {
          title: say`Delete the lists at the end`,
          edits: [edit],
          safety: areNeededLater(run, context) ? 'review' : 'safe',
        },
      },
    );
  },
});

const lists: Cache = {
  managers: ['apt-get', 'apt', 'aptitude'],
  actions: ['update'],
  paths: ['/var/lib/apt/lists'],
  cleans: ({ command }) => command.args.some(({ value }) => /^dist-?clean$/.test(value)),
};

/** True where a later RUN installs from the lists of this one. */
function areNeededLater(run: RunInstruction, { dockerfile }: DockerfileContext): boolean {
  return run.stage !== undefined && lastUse(run.stage, dockerfile) > run.index;
}

const lastUses = new WeakMap<Stage, number>();

/** The last RUN in a stage, or in one that is built on it, that installs from the lists; -1 where there is none. */
function lastUse(stage: Stage, { stages }: Dockerfile): number {
  let last = lastUses.get(stage);
  if (last === undefined) {
    const runs = stages.filter((other) => other.lineage.includes(stage)).flatMap(runsOf);
    last = runs.reduce((most, run) => (isApt(callsOf(run)[0]) ? Math.max(most, run.index) : most), -1);
    lastUses.set(stage, last);
  }
  return last;
}

const runsOf = (stage: Stage): readonly RunInstruction[] =>
  stage.own.flatMap((own) => {
    const instruction = own.kind === 'onbuild' ? own.trigger : own;
    return instruction?.kind === 'run' ? [instruction] : [];
  });

const isApt = (call: PackageCall | undefined): boolean =>
  call !== undefined && lists.managers.includes(call.manager.id) && call.action !== 'update';
