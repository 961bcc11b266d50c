import { nonRootImages } from '../../../data/non-root-images';
import type { ImageReference } from '../../../images/reference';
import { say } from '../../../message';
import type { Mend } from '../../../rule';
import { type DockerfileEdit, insertInstruction, replaceWord } from '../../model/edit';
import type { Command } from '../../model/shell/command';
import type { EffectiveUser, Stage } from '../../model/stage';

/** The user of `user:group`. */
export function userPart(value: string): string {
  const colon = value.indexOf(':');
  return (colon < 0 ? value : value.slice(0, colon)).trim();
}

/** True for `root`, `0` and both with a group. */
export const isRoot = (value: string): boolean => /^\s*(?:root|0+)\s*(?::|$)/.test(value);

/** A user that no image has anything for, with a group of the same kind: without one it would be root's. */
const nobody = '65532:65532';

export const isNonRootImage = ({
  effectiveRegistry,
  familiarName,
  repository,
  tag,
}: ImageReference): boolean =>
  nonRootImages.some((image) => {
    const isHub = image.registry === undefined;
    if ((image.registry ?? 'docker.io') !== effectiveRegistry) return false;
    return (
      image.repository.test(isHub ? familiarName : repository) && (image.tag?.test(tag ?? 'latest') ?? true)
    );
  });

/** True for Docker Hub's own images, of which the others are known to start as root. */
export const isOfficialImage = ({ effectiveRegistry, repository }: ImageReference): boolean =>
  effectiveRegistry === 'docker.io' && repository.startsWith('library/');

/** Programs that run another one as somebody else. */
const droppers = new Set([
  'gosu',
  'su-exec',
  'setpriv',
  's6-setuidgid',
  'setuidgid',
  'chpst',
  'runuser',
  'su',
  'doas',
]);

const dropsRoot = (command: Command): boolean =>
  droppers.has(command.name ?? '') || (command.name === 'sudo' && command.hasFlag('-u', '--user'));

/** True where the image starts as root only to go on as somebody else, as far as its ENTRYPOINT and CMD tell. */
export const startsAsOther = (stage: Stage): boolean =>
  [stage.lastOf('entrypoint'), stage.lastOf('cmd')].some((instruction) =>
    instruction?.commands.some(dropsRoot),
  );

/** The user that the stage last had before it became root. */
function userBefore(root: EffectiveUser): string | undefined {
  const earlier = root.stage.userAt(root.instruction);
  return earlier?.resolved && !isRoot(earlier.value) ? earlier.instruction.argument?.raw : undefined;
}

/** Makes the image of a stage run as somebody else than root. */
export function leaveRoot(stage: Stage, root?: EffectiveUser): Mend<DockerfileEdit> {
  const user = (root && userBefore(root)) ?? nobody;
  const title = say`Run as user ${user}`;
  const argument = root?.stage === stage ? root.instruction.argument : undefined;
  const isNeeded = stage.own.some(
    ({ kind, index }) => kind === 'run' && index > (root?.instruction.index ?? 0),
  );
  return { title, edits: [argument && !isNeeded ? replaceWord(argument, user) : userAtEnd(stage, user)] };
}

const startInstructions: ReadonlySet<string> = new Set(['entrypoint', 'cmd']);

/** USER stands above the ENTRYPOINT and CMD that end the stage. */
function userAtEnd(stage: Stage, user: string): DockerfileEdit {
  const last = stage.instructions.findLastIndex(({ kind }) => !startInstructions.has(kind));
  const start = stage.instructions[last + 1];
  return start
    ? insertInstruction('before', start, `USER ${user}`)
    : insertInstruction('after', stage.instructions.at(-1) ?? stage.from, `USER ${user}`);
}
