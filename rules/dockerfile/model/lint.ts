import { type Emit, emitter, type LintContext } from '../../emit';
import type { Finding } from '../../finding';
import type { Failure, Part } from '../../report';
import { Dockerfile } from './dockerfile';
import { type DockerfileEdit, textEdits } from './edit';
import type { Instruction } from './instructions';
import type { DockerfileContext, DockerfileRule } from './rule';
import { suppressionsOf } from './suppressions';

export function lintDockerfile(text: string, lint: LintContext<DockerfileRule>): Part {
  const dockerfile = new Dockerfile(text, lint.settings);
  const findings: Finding[] = [];
  const failures: Failure[] = [];
  const emit = emitter(lint, findings, failures, (edits: readonly DockerfileEdit[]) =>
    textEdits(dockerfile, edits),
  );
  for (const problem of dockerfile.problems) emit.common('dockerfile-syntax', problem.span, problem.message);
  new Walk(dockerfile, lint, emit).run();
  return { text, findings, facts: {}, suppressions: suppressionsOf(dockerfile, lint.rules), failures };
}

interface Asking {
  readonly rule: DockerfileRule;
  readonly context: DockerfileContext;
}

/** The one walk: every rule sees every node that it asks for. */
class Walk {
  private readonly asking: readonly Asking[];

  constructor(
    private readonly dockerfile: Dockerfile,
    lint: LintContext<DockerfileRule>,
    private readonly emit: Emit<DockerfileEdit>,
  ) {
    this.asking = lint.rules.map((rule) => ({ rule, context: { ...emit.contextFor(rule), dockerfile } }));
  }

  run(): void {
    const { dockerfile } = this;
    for (const { rule, context } of this.asking)
      this.emit.guard(rule, () => rule.file?.(dockerfile, context));
    for (const stage of dockerfile.stages)
      for (const { rule, context } of this.asking) this.emit.guard(rule, () => rule.stage?.(stage, context));
    for (const instruction of dockerfile.instructions) {
      for (const asking of this.asking) this.visit(instruction, asking);
      if (instruction.kind !== 'onbuild' || !instruction.trigger) continue;
      for (const asking of this.asking) if (asking.rule.inOnbuild) this.visit(instruction.trigger, asking);
    }
  }

  private visit(instruction: Instruction, { rule, context }: Asking): void {
    const check = rule[instruction.kind] as
      | ((instruction: Instruction, context: DockerfileContext) => void)
      | undefined;
    if (check) this.emit.guard(rule, () => check.call(rule, instruction, context));
    if (rule.instruction) this.emit.guard(rule, () => rule.instruction?.(instruction, context));
    if (rule.command && instruction.kind === 'run')
      for (const command of instruction.commands)
        this.emit.guard(rule, () => rule.command?.(command, context));
  }
}
