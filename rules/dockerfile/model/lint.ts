import { type Emit, emitter, type LintContext } from '../../emit';
import type { Finding } from '../../finding';
import type { Failure, Part } from '../../report';
import { type Candidate, Choice, type Key } from './choice';
import { Dockerfile } from './dockerfile';
import { type DockerfileEdit, textEdits } from './edit';
import { factsOf } from './facts';
import { type CommandLineInstruction, groupOf, type Instruction, type InstructionKind } from './instructions';
import { managersOf, packageCallOf } from './package-managers';
import type { DockerfileContext, DockerfileRule } from './rule';
import type { Command } from './shell/command';
import type { Stage } from './stage';
import { suppressionsOf } from './suppressions';
import { isTemplate } from './template';

export function lintDockerfile(text: string, lint: LintContext<DockerfileRule>): Part {
  const dockerfile = new Dockerfile(text, lint.settings);
  const findings: Finding[] = [];
  const failures: Failure[] = [];
  const emit = emitter(lint, findings, failures, (edits: readonly DockerfileEdit[]) =>
    textEdits(dockerfile, edits),
  );
  if (!isTemplate(dockerfile)) {
    for (const problem of dockerfile.problems)
      emit.common('dockerfile-syntax', problem.span, problem.message);
    visit(dockerfile, lint, emit);
  }
  return {
    text,
    findings,
    facts: factsOf(dockerfile, lint.uri),
    suppressions: suppressionsOf(dockerfile, lint.rules),
    failures,
  };
}

/** The checks of rules, by the node that they ask for. */
interface Sorted {
  readonly file: Choice<Dockerfile>;
  readonly stage: Choice<Stage>;
  readonly command: Choice<Command>;
  readonly instruction: (kind: InstructionKind) => Choice<Instruction>;
}

interface SortedRules extends Sorted {
  /** Those of rules that are to see what stands behind ONBUILD. */
  readonly inOnbuild: Sorted;
}

/** Sorted once for each set of rules. Checks are functions of a node and know no `this`: bound ones would be slower to call. */
const sorted = new WeakMap<readonly DockerfileRule[], SortedRules>();

function checksOf(rules: readonly DockerfileRule[]): SortedRules {
  let checks = sorted.get(rules);
  if (!checks) {
    checks = { ...sort(rules), inOnbuild: sort(rules.filter((rule) => rule.inOnbuild)) };
    sorted.set(rules, checks);
  }
  return checks;
}

function sort(rules: readonly DockerfileRule[]): Sorted {
  const byKind = new Map<InstructionKind, Choice<Instruction>>();
  return {
    file: Choice.among(rules.flatMap((rule) => candidate(rule, rule.file, rule.kinds))),
    stage: Choice.among(rules.flatMap((rule) => candidate(rule, rule.stage, rule.kinds))),
    command: Choice.among(rules.flatMap((rule) => candidate(rule, rule.command, programsAbout(rule)))),
    instruction: (kind) => {
      let known = byKind.get(kind);
      if (!known) {
        known = Choice.among(rules.flatMap((rule) => candidatesOfKind(rule, kind)));
        byKind.set(kind, known);
      }
      return known;
    },
  };
}

const candidate = <Node>(
  rule: DockerfileRule,
  run: ((node: Node, context: DockerfileContext) => void) | undefined,
  about: readonly Key[] | undefined,
): readonly Candidate<Node>[] => (run ? [{ check: { rule, run }, about }] : []);

/** The programs and the package managers that a rule is about; undefined where it is about all commands. */
const programsAbout = ({ programs, managers }: DockerfileRule): readonly Key[] | undefined =>
  programs || managers ? [...(programs ?? []), ...managersOf(managers ?? [])] : undefined;

const withPrograms = <Node>(choice: Choice<Node>, command: Command): Choice<Node> =>
  choice.with(command.name).with(packageCallOf(command)?.manager);

type InstructionCheck = (instruction: Instruction, context: DockerfileContext) => void;

function candidatesOfKind(rule: DockerfileRule, kind: InstructionKind): readonly Candidate<Instruction>[] {
  const group = groupOf[kind];
  const ofKind = rule[kind] as InstructionCheck | undefined;
  const ofGroup = group && (rule[group] as InstructionCheck | undefined);
  return [
    ...candidate(rule, ofKind, kind === 'run' ? programsAbout(rule) : undefined),
    ...candidate(rule, rule.kinds?.includes(kind) === false ? undefined : rule.instruction, undefined),
    ...candidate(rule, ofGroup, group === 'commandLine' ? programsAbout(rule) : undefined),
  ];
}

/** The one walk: every rule sees every node that it asks for. */
function visit(
  dockerfile: Dockerfile,
  lint: LintContext<DockerfileRule>,
  { context, show }: Emit<DockerfileEdit>,
): void {
  const { uri, settings, report, option } = context;
  const within: DockerfileContext = { uri, settings, report, option, dockerfile };
  const checks = checksOf(lint.rules);
  const showInstruction = (instruction: Instruction, { instruction: ofKind, command }: Sorted): void => {
    const commands = commandsOf(instruction);
    let choice = ofKind(instruction.kind);
    for (const each of commands) choice = withPrograms(choice, each);
    show(instruction, choice.checks, within);
    if (instruction.kind === 'run')
      for (const each of commands) show(each, withPrograms(command, each).checks, within);
  };
  show(dockerfile, withKinds(checks.file, dockerfile.instructions).checks, within);
  for (const stage of dockerfile.stages)
    show(stage, withKinds(checks.stage.with(stage.from.kind), stage.own).checks, within);
  for (const instruction of dockerfile.instructions) {
    showInstruction(instruction, checks);
    if (instruction.kind === 'onbuild' && instruction.trigger)
      showInstruction(instruction.trigger, checks.inOnbuild);
  }
}

const none: readonly never[] = [];

/** The programs that an instruction runs. */
const commandsOf = (instruction: Instruction): readonly Command[] =>
  groupOf[instruction.kind] === 'commandLine' ? (instruction as CommandLineInstruction).commands : none;

function withKinds<Node>(choice: Choice<Node>, instructions: readonly Instruction[]): Choice<Node> {
  let chosen = choice;
  for (const { kind } of instructions) chosen = chosen.with(kind);
  return chosen;
}
