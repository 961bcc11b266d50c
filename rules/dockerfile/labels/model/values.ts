import type { Message } from '../../../message';
import type { InstructionTypes } from '../../model/instructions';
import type { DockerfileContext } from '../../model/rule';

/** Reports values of the labels that the rule's option `labels` names; what is not known is let be. */
export function reportValues(
  { pairs }: InstructionTypes['label'],
  { report, option }: DockerfileContext,
  isRight: (value: string) => boolean,
  message: (label: string, value: string) => Message,
): void {
  const labels = option<readonly string[]>('labels');
  for (const { name, value } of pairs) {
    const label = name.known;
    if (label === undefined || !labels.includes(label) || value?.known === undefined || isRight(value.known))
      continue;
    report(value.raw === '' ? name : value, message(label, value.known));
  }
}
