import { say } from '../../../message';
import type { RawInstruction } from '../reader';
import { splitLine } from '../split';
import { InstructionBase, type Site } from './base';
import { type Instruction, readInstruction } from './index';

const refused: ReadonlySet<string> = new Set(['onbuild', 'from', 'maintainer']);

export class OnbuildInstruction extends InstructionBase {
  readonly kind = 'onbuild';
  /** What the next build runs. */
  readonly trigger: Instruction | undefined;

  constructor(raw: RawInstruction, site: Site) {
    super(raw, site);
    if (this.rest.length === 0) {
      this.problem(this.keyword.span, say`ONBUILD needs an instruction.`);
      return;
    }
    const split = splitLine(this.rest, site.escapeChar);
    const keyword = split.keyword.text.toLowerCase();
    if (refused.has(keyword)) {
      this.problem(split.keyword.span, say`${keyword.toUpperCase()} may not stand behind ONBUILD.`);
      return;
    }
    const span = { start: split.keyword.span.start, end: this.span.end };
    this.trigger = readInstruction(
      {
        ...raw,
        ...split,
        line: this.rest,
        span,
        commentsBefore: [],
        commentsInside: [],
        blankContinuations: [],
      },
      { ...site, onbuild: this },
    );
  }
}
