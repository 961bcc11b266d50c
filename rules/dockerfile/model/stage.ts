import type { ImageReference } from '../../images/reference';
import type { Span } from '../../text';
import { Node } from './derived';
import type { Instruction, InstructionKind, InstructionTypes } from './instructions';
import type { CopyInstruction } from './instructions/files';
import type { FromInstruction } from './instructions/from';
import type { OnbuildInstruction } from './instructions/onbuild';
import type { UserInstruction } from './instructions/simple';
import type { Scope } from './scope';
import type { Shell } from './shell/shell';

/** Who a container of the stage runs as, as the file tells. */
export interface EffectiveUser {
  /** User and maybe group as written, variables filled in where they are known: `app:app`. */
  readonly value: string;
  /** False where it depends on what the file does not tell. */
  readonly resolved: boolean;
  readonly instruction: UserInstruction;
  /** The stage that sets it: this one or one that it is built on. */
  readonly stage: Stage;
}

/** What a stage takes files from. */
export type Source =
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'image'; readonly name: string; readonly reference: ImageReference | undefined };

/** A stage: FROM and the instructions up to the next. */
export class Stage extends Node {
  /** The name in small letters, as it is looked up; undefined where it has none. */
  readonly name: string | undefined;
  readonly own: Instruction[] = [];
  /** The stage at the bottom, which stands on an image. */
  readonly root: Stage;
  /** Set once the whole file is read. */
  isFinal = false;
  isUsed = false;
  /** The shell at the end of the stage. */
  shell: Shell;

  constructor(
    readonly index: number,
    readonly from: FromInstruction,
    /** The earlier stage that it is built on. */
    readonly parent: Stage | undefined,
    readonly isWindows: boolean,
    readonly scope: Scope,
    shell: Shell,
  ) {
    super();
    this.name = from.alias?.raw.toLowerCase();
    this.shell = shell;
    this.root = parent?.root ?? this;
  }

  /** FROM and all that follows, in order. */
  get instructions(): readonly Instruction[] {
    return [this.from, ...this.own];
  }

  /** The image at the bottom of it; undefined where it is not known. */
  get baseImage(): ImageReference | undefined {
    return this.root.from.reference;
  }

  /** True where nothing is below it: `FROM scratch`. */
  get isScratch(): boolean {
    return this.root.from.image?.known === 'scratch';
  }

  /** For messages: stage `build`, or stage 2. */
  get title(): string {
    return this.name === undefined ? `stage ${this.index}` : `stage \`${this.name}\``;
  }

  /** Where a finding about the stage as a whole stands: its image. */
  get span(): Span {
    return this.from.image?.span ?? this.from.keyword.span;
  }

  /** From FROM to the end of the last instruction. */
  get extent(): Span {
    return { start: this.from.span.start, end: (this.own.at(-1) ?? this.from).span.end };
  }

  /** The stages that it is built on, itself first. No person builds a longer tower than this looks down. */
  get lineage(): readonly Stage[] {
    const stages: Stage[] = [];
    for (let at: Stage | undefined = this; at && stages.length < 100; at = at.parent) stages.push(at);
    return stages;
  }

  /** Its own instructions of a kind. */
  ofKind<Kind extends InstructionKind>(kind: Kind): readonly InstructionTypes[Kind][] {
    const found: Instruction[] = this.from.kind === kind ? [this.from] : [];
    for (const instruction of this.own) if (instruction.kind === kind) found.push(instruction);
    return found as InstructionTypes[Kind][];
  }

  /** The last instruction of a kind, in the stage or in those that it is built on. */
  lastOf<Kind extends InstructionKind>(kind: Kind): InstructionTypes[Kind] | undefined {
    for (const stage of this.lineage) {
      const found = stage.own.findLast((instruction) => instruction.kind === kind);
      if (found) return found as InstructionTypes[Kind];
    }
    return undefined;
  }

  /** The user of the stage's image; undefined where no USER says it, so that the base image's counts. */
  get user(): EffectiveUser | undefined {
    return userOf(this.lastOf('user'));
  }

  /** The user that an instruction of the stage runs as. */
  userAt(instruction: Instruction): EffectiveUser | undefined {
    const own = this.own.findLast(
      (other): other is UserInstruction => other.kind === 'user' && other.index < instruction.index,
    );
    return own ? userOf(own) : this.parent?.user;
  }

  /** ONBUILD instructions of the stage. */
  get triggers(): readonly OnbuildInstruction[] {
    return this.ofKind('onbuild');
  }

  /** What it takes files from: COPY --from and RUN --mount from=. */
  sources: readonly { readonly source: Source; readonly instruction: Instruction }[] = [];

  /** What COPY --from names. */
  sourceOf(instruction: CopyInstruction): Source | undefined {
    return this.sources.find((entry) => entry.instruction === instruction)?.source;
  }
}

function userOf(instruction: UserInstruction | undefined): EffectiveUser | undefined {
  const stage = instruction?.stage;
  if (!instruction?.argument || !stage) return undefined;
  const { value, resolved } = instruction.argument.expanded;
  return { value, resolved, instruction, stage };
}
