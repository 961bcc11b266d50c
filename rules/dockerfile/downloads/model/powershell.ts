import type { Span } from '../../../text';
import type { RunInstruction } from '../../model/instructions/command-line';
import { isPosix } from '../../model/shell/shell';

/** Where a RUN of PowerShell, or of cmd that calls it, says something: the commands of these shells are not read. */
export function saidInPowerShell(
  run: RunInstruction,
  pattern: RegExp,
  /** What the same statement must say too. */
  together: RegExp = pattern,
): readonly Span[] {
  const { text } = run;
  if (isPosix(run.shell.kind)) return [];
  if (run.shell.kind !== 'powershell' && !/\b(?:powershell|pwsh)\b/i.test(text.text)) return [];
  let start = 0;
  return text.text.split(';').flatMap((statement) => {
    const from = start;
    start += statement.length + 1;
    const match = pattern.exec(statement);
    if (!match || !together.test(statement)) return [];
    return [text.spanOf(from + match.index, from + match.index + match[0].length)];
  });
}
