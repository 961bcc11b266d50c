import { parseReference } from '../../images/reference';
import { type Message, say } from '../../message';
import type { Settings } from '../../settings';
import { lineEndOf, type Span, spanOf } from '../../text';
import { Node } from './derived';
import { type Instruction, kindOf, readInstruction } from './instructions';
import type { Site } from './instructions/base';
import type { FromInstruction } from './instructions/from';
import { type ArgInstruction, type EnvInstruction, wordsOfPairs } from './instructions/pairs';
import type { Binding, Environment } from './lexer';
import type { Problem } from './problem';
import { type Comment, type Directive, type RawInstruction, readLines } from './reader';
import { Scope } from './scope';
import { defaultShell, windowsShell } from './shell/shell';
import { type Source, Stage } from './stage';
import { isWindowsImage } from './windows';
import { bindingOf, type Word } from './word';

/** A Dockerfile: its stages and instructions with all that they mean where they stand. */
export class Dockerfile extends Node {
  readonly instructions: readonly Instruction[];
  readonly stages: readonly Stage[];
  /** ARGs before the first FROM. */
  readonly globalArgs: readonly ArgInstruction[];
  readonly comments: readonly Comment[];
  readonly directives: readonly Directive[];
  /** What BuildKit would refuse. */
  readonly problems: readonly Problem[];
  readonly escapeChar: string;
  readonly lineBreak: '\n' | '\r\n';
  /** The stage that is built: the target of the settings, or the last. */
  readonly finalStage: Stage | undefined;

  constructor(
    readonly text: string,
    settings: Pick<Settings, 'target'> = {},
  ) {
    super();
    const raw = readLines(text);
    const builder = new Builder(raw.escapeChar, customSyntax(raw.directives), [...raw.problems]);
    for (const instruction of raw.instructions) builder.add(instruction);
    this.escapeChar = raw.escapeChar;
    this.lineBreak = lineEndOf(text);
    this.directives = raw.directives;
    this.comments = raw.comments;
    this.instructions = builder.instructions;
    this.stages = builder.stages;
    this.globalArgs = builder.globalArgs;
    this.finalStage = finalStageOf(builder.stages, settings.target);
    linkStages(builder.stages, this.finalStage);
    builder.checkWhole(text);
    this.problems = builder.problems;
  }

  directive(name: Directive['name']): Directive | undefined {
    return this.directives.find((directive) => directive.name === name);
  }

  /** The stage of a name, or of a number as COPY --from takes it. */
  stageBy(name: string): Stage | undefined {
    return stageBy(this.stages, name);
  }
}

/** With a frontend of somebody else's, other instructions and flags may be right. */
function customSyntax(directives: readonly Directive[]): boolean {
  const syntax = directives.find((directive) => directive.name === 'syntax');
  if (!syntax) return false;
  const reference = parseReference(frontendIn(syntax));
  return !/^docker\/dockerfile(?:-upstream)?$/.test(reference?.familiarName ?? '');
}

/** The image that `# syntax=` names: its first word. */
export function frontendIn({ value }: Directive): string {
  const end = value.indexOf(' ');
  return end < 0 ? value : value.slice(0, end);
}

const findStage = (stages: readonly Stage[], name: string): Stage | undefined =>
  stages.findLast((stage) => stage.name === name.toLowerCase());

function stageBy(stages: readonly Stage[], name: string): Stage | undefined {
  return findStage(stages, name) ?? (/^\d+$/.test(name) ? stages[Number(name)] : undefined);
}

const finalStageOf = (stages: readonly Stage[], target: string | undefined): Stage | undefined =>
  (target === undefined ? undefined : stageBy(stages, target)) ?? stages.at(-1);

/** Says of each stage what it takes files from, and whether the build needs it. */
function linkStages(stages: readonly Stage[], finalStage: Stage | undefined): void {
  const byName = new Map<string, Stage>();
  for (const stage of stages) if (stage.name !== undefined) byName.set(stage.name, stage);
  for (const stage of stages) {
    const sources: { readonly source: Source; readonly instruction: Instruction }[] = [];
    for (const own of stage.own) {
      const instruction = own.kind === 'onbuild' ? own.trigger : own;
      for (const word of instruction ? namesIn(instruction) : none) {
        const source = sourceOf(word, byName, stages);
        if (source && instruction) sources.push({ source, instruction });
      }
    }
    stage.sources = sources;
  }
  if (!finalStage) return;
  finalStage.isFinal = true;
  const waiting = [finalStage];
  for (let stage = waiting.pop(); stage; stage = waiting.pop()) {
    if (stage.isUsed) continue;
    stage.isUsed = true;
    if (stage.parent) waiting.push(stage.parent);
    for (const { source } of stage.sources) if (source.kind === 'stage') waiting.push(source.stage);
  }
}

function namesIn(instruction: Instruction): readonly Word[] {
  if (instruction.kind === 'copy') return instruction.from ? [instruction.from] : none;
  if (instruction.kind === 'run')
    return instruction.mounts.flatMap((mount) => (mount.from ? [mount.from] : []));
  return none;
}

const none: readonly never[] = [];

function sourceOf(
  word: Word,
  byName: ReadonlyMap<string, Stage>,
  stages: readonly Stage[],
): Source | undefined {
  const name = word.known;
  if (name === undefined || name === '') return undefined;
  const stage = byName.get(name.toLowerCase()) ?? (/^\d+$/.test(name) ? stages[Number(name)] : undefined);
  return stage ? { kind: 'stage', stage } : { kind: 'image', name, reference: parseReference(name) };
}

/** Reads instruction after instruction, and keeps what they change for those that follow. */
class Builder {
  readonly instructions: Instruction[] = [];
  readonly stages: Stage[] = [];
  readonly globalArgs: ArgInstruction[] = [];
  private readonly byName = new Map<string, Stage>();
  private readonly globals = Scope.global();
  /** True where a problem of the present instruction is told already. */
  private hasSpoken = false;

  constructor(
    private readonly escapeChar: string,
    private readonly isCustom: boolean,
    readonly problems: Problem[],
  ) {}

  add(raw: RawInstruction): void {
    const kind = kindOf(raw.keyword.text);
    this.hasSpoken = kind === 'unknown' && this.instructions.at(-1)?.kind === 'unknown';
    const stage = kind === 'from' ? undefined : this.stages.at(-1);
    const environment = (stage?.scope ?? this.globals).now();
    const instruction = readInstruction(raw, this.site(stage, environment));
    this.instructions.push(instruction);
    this.checkExpansion(instruction);
    if (instruction.kind === 'from') this.begin(instruction);
    else if (stage) this.continue(stage, instruction);
    else if (instruction.kind === 'arg') this.addGlobal(instruction);
    else if (instruction.kind !== 'unknown')
      this.problem(
        instruction.keyword.span,
        say`${instruction.title} stands before the first FROM, where only ARG may stand.`,
      );
  }

  checkWhole(text: string): void {
    if (this.stages.length > 0 || this.problems.length > 0) return;
    this.hasSpoken = false;
    const end = text.trimEnd().length;
    if (this.instructions.length > 0)
      this.problem(
        this.instructions[0]?.keyword.span ?? spanOf(0, 0),
        say`The file has no FROM: nothing is built.`,
      );
    else if (end > 0) this.problem(spanOf(end, end), say`The file has no instructions.`);
  }

  private readonly tell = this.teller();

  /** V8 takes a function that is assigned where it is written for one that lives long, and this one would hold the whole tree. */
  private teller(): Site['problem'] {
    return (span, message) => this.problem(span, message);
  }

  private site(stage: Stage | undefined, environment: Environment): Site {
    return {
      index: this.instructions.length,
      escapeChar: this.escapeChar,
      environment,
      shell: stage?.shell ?? defaultShell,
      // The instruction FROM belongs to the stage that it begins, which is made after it is read.
      stage,
      onbuild: undefined,
      problem: this.tell,
    };
  }

  /**
   * One problem for each instruction, and for a row of unknown ones (a missing continuation, a file that is no Dockerfile):
   * what follows is most often the same mistake.
   */
  private problem(span: Span, message: Message): void {
    if (this.isCustom || this.hasSpoken) return;
    this.hasSpoken = true;
    this.problems.push({ span, message });
  }

  private begin(from: FromInstruction): void {
    const name = from.image?.known;
    const parent = name === undefined ? undefined : this.byName.get(name.toLowerCase());
    const isWindows = parent?.isWindows ?? isWindowsImage(from, this.escapeChar);
    const scope = parent ? Scope.after(parent.scope) : Scope.stage(name === 'scratch' ? 'scratch' : 'image');
    const shell = parent?.shell ?? (isWindows ? windowsShell : defaultShell);
    const stage = new Stage(this.stages.length, from, parent, isWindows, scope, shell);
    from.belongTo(stage);
    this.stages.push(stage);
    if (stage.name !== undefined) this.byName.set(stage.name, stage);
  }

  private continue(stage: Stage, instruction: Instruction): void {
    stage.own.push(instruction);
    if (instruction.kind === 'env') defineEnvironment(stage.scope, instruction);
    else if (instruction.kind === 'arg') this.defineArguments(stage.scope, instruction);
    else if (instruction.kind === 'shell') stage.shell = instruction.value ?? stage.shell;
  }

  private addGlobal(instruction: ArgInstruction): void {
    this.globalArgs.push(instruction);
    this.defineArguments(this.globals, instruction);
  }

  private defineArguments(scope: Scope, instruction: ArgInstruction): void {
    for (const { name, value } of instruction.pairs) {
      const key = name.raw;
      if (value) scope.define(key, bindingOf(value));
      else if (scope === this.globals) scope.define(key, { state: 'argument' });
      else scope.define(key, this.inherited(key));
    }
  }

  /** `ARG name` in a stage takes the value of a global ARG of that name. */
  private inherited(name: string): Binding {
    const binding = this.globals.now().lookup(name);
    return binding.state === 'unset' ? { state: 'argument' } : binding;
  }

  private checkExpansion(instruction: Instruction): void {
    for (const word of expandedWords(instruction)) {
      const { error } = word.expanded;
      if (error === undefined) continue;
      this.problem(word.span, say`BuildKit cannot read \`${word.raw}\`: ${error}.`);
      return;
    }
  }
}

/** All pairs of one ENV are read before any of them counts. */
function defineEnvironment(scope: Scope, instruction: EnvInstruction): void {
  const bindings = instruction.pairs.map(
    ({ name, value }) => [name.expanded.value, bindingOf(value)] as const,
  );
  for (const [name, binding] of bindings) scope.define(name, binding);
}

/** The words in which BuildKit fills in variables. */
function expandedWords(instruction: Instruction): readonly Word[] {
  switch (instruction.kind) {
    case 'from':
      return present(instruction.image, instruction.platform);
    case 'env':
    case 'label':
      return wordsOfPairs(instruction.pairs);
    case 'arg':
      return present(...instruction.pairs.map(({ value }) => value));
    case 'copy':
    case 'add':
      return present(...instruction.sources, instruction.destination, instruction.chown, instruction.chmod);
    case 'user':
    case 'workdir':
    case 'stopsignal':
      return present(instruction.argument);
    case 'volume':
      return instruction.paths;
    case 'expose':
      return instruction.ports.map(({ word }) => word);
    default:
      return [];
  }
}

const present = (...words: readonly (Word | undefined)[]): readonly Word[] =>
  words.filter((word) => word !== undefined);
