import type { Dockerfile } from './dockerfile';
import type { Instruction } from './instructions';

/** How tools mark what they fill in: Go, Jinja and ERB templates, `%%NAME%%`. */
const placeholder = /\{\{|\{%|<%|%%\w+%%/;

/**
 * True where a tool fills the text in before Docker reads it: it is no Dockerfile until then. Only marks that no Dockerfile
 * can have count, at the start of an instruction or in the name of an image; in a RUN they may be meant for a program.
 */
export const isTemplate = (dockerfile: Dockerfile): boolean =>
  dockerfile.instructions.some(isFilledIn) || dockerfile.text.includes(devContainerOption);

/** Options of Dev Container templates. Source: containers.dev, specification of templates. */
const devContainerOption = `\${templateOption:`;

function isFilledIn(instruction: Instruction): boolean {
  if (instruction.kind === 'unknown') return instruction.keyword.text.search(placeholder) === 0;
  return instruction.kind === 'from' && placeholder.test(instruction.image?.raw ?? '');
}
