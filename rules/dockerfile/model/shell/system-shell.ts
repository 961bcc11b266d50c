import {
  imagesOnDebian,
  releaseWithoutPipefail,
  type SystemShell,
  shellsOfImages,
} from '../../../data/system-shells';
import type { ImageReference } from '../../../images/reference';
import { derived } from '../derived';
import type { Instruction } from '../instructions';
import type { RunInstruction } from '../instructions/command-line';
import type { Stage } from '../stage';

export type { SystemShell };

/** The program that reads the RUN's script where it is a `sh` of a known kind; undefined in exec form and where it cannot be told. */
export const systemShellOf = derived(readShell);

function readShell(run: RunInstruction): SystemShell | undefined {
  if (!run.script) return undefined;
  const program =
    run.interpreter.words.find((word) => !word.startsWith('-') && !/(?:^|\/)env$/.test(word)) ?? '';
  const name = program.slice(program.lastIndexOf('/') + 1);
  if (name === 'dash') return 'dash';
  if (name === 'ash' || name === 'busybox') return 'ash';
  return name === 'sh' ? shellBehindSh(run) : undefined;
}

/** True where `/bin/sh` surely refuses `set -o pipefail`. */
export const refusesPipefail = (run: RunInstruction): boolean =>
  systemShellOf(run) === 'dash' && releaseWithoutPipefail.test(run.stage?.baseImage?.tag ?? '');

function shellBehindSh(run: RunInstruction): SystemShell | undefined {
  const image = run.stage?.baseImage;
  if (!run.stage || !image || isReplacedBefore(run)) return undefined;
  return shellOfImage(image);
}

function shellOfImage(image: ImageReference): SystemShell | undefined {
  if (/(?:^|\.)redhat\.(?:com|io)$/.test(image.effectiveRegistry) && /^ubi\d*\//.test(image.repository))
    return 'bash';
  if (image.effectiveRegistry !== 'docker.io') return undefined;
  const name = image.familiarName;
  if (Object.hasOwn(shellsOfImages, name)) return shellsOfImages[name];
  if (!imagesOnDebian.has(name)) return undefined;
  return /alpine/.test(image.tag ?? '') ? 'ash' : 'dash';
}

/** True where an instruction before it may have put another program in the place of `/bin/sh`. */
const isReplacedBefore = (run: RunInstruction): boolean =>
  (run.stage?.lineage ?? []).some((stage) => {
    const first = firstReplacement(stage);
    return first !== undefined && (stage !== run.stage || first < run.index);
  });

/** The index of the first instruction of a stage's own that may replace it. */
const firstReplacement = derived((stage: Stage) => stage.own.find(mayReplaceShell)?.index);

const mayReplaceShell = (instruction: Instruction): boolean =>
  (instruction.kind === 'run' && /\bbin\/sh\b|\bdash\b/.test(instruction.text.text)) ||
  (instruction.kind === 'copy' && /^\/(?:usr\/)?bin\/?(?:sh)?$/.test(instruction.destination?.value ?? ''));
