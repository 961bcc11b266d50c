/**
 * A text for people, kept as a template and its arguments so that it can be shown in another language:
 * a translation is looked up by `template`, whose `{0}`, `{1}`… stand for the arguments.
 */
export interface Message {
  readonly template: string;
  readonly args: readonly string[];
}

/** The template of each place in the code that makes messages, joined once. */
const templates = new WeakMap<TemplateStringsArray, string>();

/** Makes a message: say`Container ${name} runs privileged.` */
export function say(parts: TemplateStringsArray, ...args: readonly (string | number)[]): Message {
  let template = templates.get(parts);
  if (template === undefined) {
    template = parts.reduce((text, part, index) => `${text}{${index - 1}}${part}`);
    templates.set(parts, template);
  }
  return { template, args: args.every(isText) ? args : args.map(String) };
}

const isText = (arg: string | number): arg is string => typeof arg === 'string';

/** The message in a language: English, or by a look-up of translated templates. */
export function render(
  message: Message,
  translate: (template: string) => string = (template) => template,
): string {
  const { args } = message;
  let text = '';
  for (const part of partsOf(translate(message.template)))
    text += typeof part === 'string' ? part : (args[part] ?? `{${part}}`);
  return text;
}

/** The texts of a template and the numbers of the arguments between them, worked out once. */
function partsOf(template: string): readonly (string | number)[] {
  const known = partsByTemplate.get(template);
  if (known) return known;
  const parts = template.split(/\{(\d+)\}/).map((part, index) => (index % 2 === 0 ? part : Number(part)));
  partsByTemplate.set(template, parts);
  return parts;
}

const partsByTemplate = new Map<string, readonly (string | number)[]>();
