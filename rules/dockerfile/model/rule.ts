import type { Context, RuleAbout } from '../../rule';
import type { Dockerfile } from './dockerfile';
import type { DockerfileEdit } from './edit';
import type {
  CommandLineInstruction,
  FilesInstruction,
  Instruction,
  InstructionKind,
  InstructionTypes,
} from './instructions';
import type { PackageManagerId } from './package-managers';
import type { Command } from './shell/command';
import type { Stage } from './stage';

export interface DockerfileContext extends Context<DockerfileEdit> {
  readonly dockerfile: Dockerfile;
}

type InstructionVisitor = {
  readonly [Kind in keyof InstructionTypes]?: (
    instruction: InstructionTypes[Kind],
    context: DockerfileContext,
  ) => void;
};

/** The nodes that a rule may ask for; each is given once to every rule that asks, in one walk. */
export interface DockerfileVisitor extends InstructionVisitor {
  /** True where the rule is to see what stands behind ONBUILD as well. */
  readonly inOnbuild?: boolean;
  file?(dockerfile: Dockerfile, context: DockerfileContext): void;
  stage?(stage: Stage, context: DockerfileContext): void;
  /** Every instruction that says what to run: RUN, CMD, ENTRYPOINT and HEALTHCHECK. */
  commandLine?(instruction: CommandLineInstruction, context: DockerfileContext): void;
  /** Every COPY and ADD. */
  files?(instruction: FilesInstruction, context: DockerfileContext): void;
  /**
   * The kinds of instruction that `instruction`, `stage` and `file` are about: they are shown no other instruction, and no
   * stage or file that has none of these of its own. Without them they are shown each.
   */
  readonly kinds?: readonly InstructionKind[];
  /** Every instruction of any kind. */
  instruction?(instruction: Instruction, context: DockerfileContext): void;
  /**
   * The programs that `command`, `run` and `commandLine` are about: they are shown no other command, and no instruction that
   * runs none of these. Without them they are shown each.
   */
  readonly programs?: readonly string[];
  /**
   * The package managers that they are about, as far as a command calls one for what package managers do. With `programs` as well,
   * either will do.
   */
  readonly managers?: readonly PackageManagerId[];
  /** Every program that a RUN runs; see also `commands` of CMD, ENTRYPOINT and HEALTHCHECK. */
  command?(command: Command, context: DockerfileContext): void;
}

export interface DockerfileRule<Id extends string = string> extends RuleAbout<Id>, DockerfileVisitor {
  readonly family: 'dockerfile';
}

export const dockerfileRule = <const Id extends string>(
  rule: RuleAbout<Id> & DockerfileVisitor,
): DockerfileRule<Id> => ({
  ...rule,
  family: 'dockerfile',
});
