import { type Message, say } from '../../../message';
import type { Span } from '../../../text';
import type { InstructionBase } from './base';

type FlagType = 'switch' | 'text' | 'list';

/** The flags that BuildKit's frontend takes, by instruction. */
const flagTypes: Readonly<Record<string, Readonly<Record<string, FlagType>>>> = {
  from: { platform: 'text' },
  run: { mount: 'list', network: 'text', security: 'text', device: 'list' },
  copy: { chown: 'text', chmod: 'text', from: 'text', link: 'switch', parents: 'switch', exclude: 'list' },
  add: {
    chown: 'text',
    chmod: 'text',
    link: 'switch',
    'keep-git-dir': 'switch',
    checksum: 'text',
    unpack: 'switch',
    exclude: 'list',
  },
  healthcheck: {
    interval: 'text',
    timeout: 'text',
    'start-period': 'text',
    'start-interval': 'text',
    retries: 'text',
  },
};

/** Values that BuildKit takes; others stop the build. */
const flagValues: Readonly<Record<string, readonly string[]>> = {
  network: ['default', 'none', 'host'],
  security: ['insecure', 'sandbox'],
};

/** Instructions whose flags BuildKit does not look at. */
const unchecked: ReadonlySet<string> = new Set(['stopsignal', 'arg', 'unknown']);

export function checkFlags(
  instruction: InstructionBase,
  problem: (span: Span, message: Message) => void,
): void {
  if (unchecked.has(instruction.kind)) return;
  const types = flagTypes[instruction.kind] ?? {};
  const seen = new Set<string>();
  for (const { name, value, span, nameSpan } of instruction.flags) {
    const type = Object.hasOwn(types, name) ? types[name] : undefined;
    if (!type) problem(nameSpan, say`${instruction.title} has no flag \`--${name}\`.`);
    else if (seen.has(name) && type !== 'list')
      problem(span, say`The flag \`--${name}\` stands here a second time.`);
    else if (value === undefined ? type !== 'switch' : type === 'switch' && value.raw === '')
      problem(span, say`The flag \`--${name}\` needs a value: \`--${name}=…\`.`);
    else if (type === 'switch' && value && !/^(?:true|false)$/i.test(value.raw))
      problem(span, say`The flag \`--${name}\` is \`true\` or \`false\`, not \`${value.raw}\`.`);
    else if (instruction.kind === 'run' && value) checkValue(name, value.raw, span, problem);
    seen.add(name);
  }
}

function checkValue(
  name: string,
  value: string,
  span: Span,
  problem: (span: Span, message: Message) => void,
): void {
  const allowed = Object.hasOwn(flagValues, name) ? flagValues[name] : undefined;
  if (allowed && !allowed.includes(value))
    problem(
      span,
      say`\`--${name}\` is ${allowed.map((text) => `\`${text}\``).join(' or ')}, not \`${value}\`.`,
    );
}
