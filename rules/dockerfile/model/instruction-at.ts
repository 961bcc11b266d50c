import { type Span, spanOf } from '../../text';
import type { Instruction } from './instructions';

/** The span of the instruction that stands at a place or is the first behind it. */
export function coveredFrom(instructions: readonly Instruction[], start: number, end: number): Span {
  let low = 0;
  let high = instructions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((instructions[middle]?.span.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return instructions[low]?.span ?? spanOf(start, end);
}
