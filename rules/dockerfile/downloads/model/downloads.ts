import type { Instruction } from '../../model/instructions';
import type { RunInstruction } from '../../model/instructions/command-line';
import type { Argument, Command } from '../../model/shell/command';
import { curl, flagValueOf, operandsOf, switchOf, wget } from './flags';

/** A call of curl or wget. */
export interface Download {
  readonly command: Command;
  readonly tool: 'curl' | 'wget';
  readonly addresses: readonly Argument[];
  /** The file that it writes; undefined where it writes none, or one of a name that is not known. */
  readonly file: string | undefined;
}

export const isDownloader = ({ name }: Command): boolean => name === 'curl' || name === 'wget';

/** The first use of a downloader behind one of the other: both programs are there. */
export function secondDownloader(
  instructions: readonly Instruction[],
): { readonly first: string; readonly second: Command } | undefined {
  let first: string | undefined;
  for (const instruction of instructions) {
    if (instruction.kind !== 'run') continue;
    for (const command of instruction.commands) {
      if (!isDownloader(command)) continue;
      first ??= command.name;
      if (first !== undefined && command.name !== first) return { first, second: command };
    }
  }
  return undefined;
}

export function downloadOf(command: Command): Download | undefined {
  const { name } = command;
  if (name !== 'curl' && name !== 'wget') return undefined;
  const form = name === 'curl' ? curl : wget;
  const addresses = [
    ...operandsOf(command, form),
    ...(name === 'curl' ? [command.flagValue('--url')].flatMap((url) => url ?? []) : []),
  ].filter(({ value }) => isAddress(value));
  return { command, tool: name, addresses, file: fileOf(command, name, addresses[0]) };
}

const isAddress = (value: string): boolean =>
  /^(?:https?|ftp):\/\//i.test(value) || /^[\w-]+(?:\.[\w-]+)+\//.test(value);

function fileOf(command: Command, tool: Download['tool'], address: Argument | undefined): string | undefined {
  const target = command.redirections.find(
    ({ operator, descriptor }) => operator === '>' && (descriptor ?? 1) === 1,
  );
  if (target?.target) return target.target.value;
  const given =
    tool === 'curl'
      ? flagValueOf(command, curl, 'o', ['--output'])
      : flagValueOf(command, wget, 'O', ['--output-document']);
  if (given) return given.value === '-' || given.value === '/dev/null' ? undefined : given.value;
  const keepsName =
    tool === 'wget'
      ? !switchOf(command, wget, undefined, ['--spider'])
      : switchOf(command, curl, 'O', ['--remote-name']);
  return keepsName && address ? baseName(address.value.split(/[?#]/)[0] ?? '') : undefined;
}

export const baseName = (path: string): string => path.replace(/(?<!\/)\/+$/, '').replace(/^.*\//, '');

/** True for a command that reads an answer only to see whether there is one, or what its head says. */
export function keepsNothing({ command, tool }: Download): boolean {
  const given =
    tool === 'curl'
      ? flagValueOf(command, curl, 'o', ['--output'])
      : flagValueOf(command, wget, 'O', ['--output-document']);
  if (given?.value === '/dev/null') return true;
  return tool === 'curl'
    ? switchOf(command, curl, 'I', ['--head']) !== undefined
    : switchOf(command, wget, undefined, ['--spider']) !== undefined;
}

/** True where the RUN compares what it has with a checksum or a signature. */
export const verifies = (run: RunInstruction): boolean => run.commands.some(isVerification);

function isVerification(command: Command): boolean {
  const { name = '', args } = command;
  const has = (pattern: RegExp): boolean => args.some(({ value }) => pattern.test(value));
  if (/^(?:sha\d*|md5|b2|b3|ck)sums?$|^(?:shasum|sha\d*hmac|rhash|xxhsum|cksum|digest)$/.test(name))
    return true;
  if (/^gpg[2v]?$/.test(name)) return name === 'gpgv' || has(/^--(?:verify|batch-verify|decrypt)$/);
  if (/^(?:cosign|minisign|signify|slsa-verifier|sq|sqv|notation|checksum|verify)$/.test(name)) return true;
  if (name === 'openssl') return has(/^(?:dgst|sha\d+|cms|smime)$|^-verify$/);
  if (name === 'gh') return args[0]?.value === 'attestation';
  if (/verif|checksum|check_?sum|validate/i.test(name)) return true;
  return /^rpm(?:keys)?$/.test(name) && has(/^(?:-K|--checksig)$/);
}

/** Programs that run what they read. */
const interpreters =
  /^(?:(?:ba|da|a|z|k|mk|fi)?sh|busybox|python[\d.]*|pypy3?|perl|ruby|node|nodejs|php\d*|bun|deno|Rscript|lua|pwsh)$/;

export const isInterpreter = ({ name }: Command): boolean => name !== undefined && interpreters.test(name);

/** True where an interpreter takes its program from what is piped into it. */
export function readsProgram(command: Command): boolean {
  if (!isInterpreter(command) || command.name === 'busybox') return false;
  const values = command.args.map(({ value }) => value);
  const isShell = /sh$/.test(command.name ?? '') && command.name !== 'pwsh';
  const first = values.find(
    (value, index) => !/^[-+]./.test(value) && !/^-[a-z]*o$/.test(values[index - 1] ?? ''),
  );
  const flags = values.slice(0, first === undefined ? values.length : values.indexOf(first));
  if (
    flags.some((flag) => (isShell ? /^-[a-z]*c$/ : /^-(?:c|m|e|ne|pe|n|p|r|l?ane?|[a-z]*[ec])$/).test(flag))
  )
    return false;
  if (isShell && flags.some((flag) => /^-[a-z]*s$/.test(flag))) return true;
  return first === undefined || first === '-' || first === '/dev/stdin';
}

/** Hosts that are this machine or stand beside it, where nobody is on the way. */
export const isNearHost = (address: string): boolean => {
  const host = /^[a-z]+:\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/:?#]*)/i.exec(address)?.[1] ?? '';
  return (
    !/[.:]/.test(host) ||
    /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|\[)/.test(host) ||
    /\.(?:local|localhost|internal|lan|svc)$|\.svc\./.test(host) ||
    host.includes('$')
  );
};
