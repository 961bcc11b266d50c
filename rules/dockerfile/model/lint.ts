import { type Check, type Emit, emitter, type LintContext } from '../../emit';
import type { Finding } from '../../finding';
import type { Failure, Part } from '../../report';
import { Dockerfile } from './dockerfile';
import { type DockerfileEdit, textEdits } from './edit';
import { factsOf } from './facts';
import { groupOf, type Instruction, type InstructionKind } from './instructions';
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

type Checks<Node> = readonly Check<Node, DockerfileContext>[];

/** The checks of rules, by the node that they ask for. */
interface Sorted {
  readonly file: Checks<Dockerfile>;
  readonly stage: Checks<Stage>;
  readonly command: (program: string | undefined) => Checks<Command>;
  readonly instruction: (kind: InstructionKind) => Checks<Instruction>;
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
  const byKind = new Map<InstructionKind, Checks<Instruction>>();
  return {
    file: rules.flatMap((rule) => (rule.file ? [{ rule, run: rule.file }] : [])),
    stage: rules.flatMap((rule) => (rule.stage ? [{ rule, run: rule.stage }] : [])),
    command: commandChecks(rules),
    instruction: (kind) => {
      const known = byKind.get(kind) ?? rules.flatMap((rule) => checksOfKind(rule, kind));
      byKind.set(kind, known);
      return known;
    },
  };
}

/** The checks of commands by the program that they are about. */
function commandChecks(rules: readonly DockerfileRule[]): Sorted['command'] {
  const about = rules.filter((rule) => rule.command);
  const checksOf = (isFor: (programs: readonly string[]) => boolean): Checks<Command> =>
    about.flatMap((rule) =>
      rule.command && (!rule.programs || isFor(rule.programs)) ? [{ rule, run: rule.command }] : [],
    );
  const named = new Set(about.flatMap(({ programs = [] }) => programs));
  const byProgram = new Map(
    [...named].map((name) => [name, checksOf((programs) => programs.includes(name))] as const),
  );
  const others = checksOf(() => false);
  return (program) => (program === undefined ? others : (byProgram.get(program) ?? others));
}

type InstructionCheck = (instruction: Instruction, context: DockerfileContext) => void;

function checksOfKind(rule: DockerfileRule, kind: InstructionKind): Checks<Instruction> {
  const group = groupOf[kind];
  const isAbout = rule.kinds?.includes(kind) ?? true;
  return [rule[kind], isAbout ? rule.instruction : undefined, group && rule[group]].flatMap((check) =>
    check ? [{ rule, run: check as InstructionCheck }] : [],
  );
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
    show(instruction, ofKind(instruction.kind), within);
    if (instruction.kind === 'run')
      for (const each of instruction.commands) show(each, command(each.name), within);
  };
  show(dockerfile, checks.file, within);
  for (const stage of dockerfile.stages) show(stage, checks.stage, within);
  for (const instruction of dockerfile.instructions) {
    showInstruction(instruction, checks);
    if (instruction.kind === 'onbuild' && instruction.trigger)
      showInstruction(instruction.trigger, checks.inOnbuild);
  }
}
