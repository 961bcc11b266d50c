import { remembered } from '../../../remembered';
import type { ShellInstruction } from '../instructions/command-line';

export type ShellKind = 'sh' | 'bash' | 'powershell' | 'cmd' | 'unknown';

/** The shell that RUN, CMD and ENTRYPOINT in shell form are run by. */
export interface Shell {
  readonly kind: ShellKind;
  readonly words: readonly string[];
  /** Where it was set; undefined for the default of the platform. */
  readonly instruction: ShellInstruction | undefined;
}

const kinds: Readonly<Record<string, ShellKind>> = {
  sh: 'sh',
  dash: 'sh',
  ash: 'sh',
  busybox: 'sh',
  ksh: 'bash',
  mksh: 'bash',
  bash: 'bash',
  zsh: 'bash',
  powershell: 'powershell',
  pwsh: 'powershell',
  cmd: 'cmd',
};

/** The kind of shell behind a program's path. `bash` stands for the shells that know `pipefail` and arrays. */
export const shellKindOf = remembered((program: string): ShellKind => {
  const name = program.slice(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1);
  const plain = name.toLowerCase().replace(/\.exe$/, '');
  return (Object.hasOwn(kinds, plain) ? kinds[plain] : undefined) ?? 'unknown';
});

export const defaultShell: Shell = { kind: 'sh', words: ['/bin/sh', '-c'], instruction: undefined };
export const windowsShell: Shell = { kind: 'cmd', words: ['cmd', '/S', '/C'], instruction: undefined };

/** What SHELL says; `env bash -c` is bash too. */
export function shellOf(words: readonly string[], instruction: ShellInstruction): Shell {
  const program = words.find(
    (word, index) => !(index === 0 && /(?:^|\/)env$/.test(word)) && !word.startsWith('-'),
  );
  return { kind: shellKindOf(program ?? ''), words, instruction };
}

export const isPosix = (kind: ShellKind): boolean => kind === 'sh' || kind === 'bash';

/** What `set`, or a shell's own options, switch on. */
export interface ShellOptions {
  readonly errexit: boolean;
  readonly pipefail: boolean;
  readonly nounset: boolean;
  readonly xtrace: boolean;
}

export const noOptions: ShellOptions = { errexit: false, pipefail: false, nounset: false, xtrace: false };

const letters: Readonly<Record<string, keyof ShellOptions>> = { e: 'errexit', u: 'nounset', x: 'xtrace' };

/** The options after words such as `-euo pipefail` or `+x`. */
export function withOptions(before: ShellOptions, words: readonly string[]): ShellOptions {
  const after = { ...before };
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const match = /^([-+])([a-zA-Z]+)$/.exec(word);
    if (!match) break;
    const on = match[1] === '-';
    for (const letter of match[2] ?? '') {
      const option = Object.hasOwn(letters, letter) ? letters[letter] : undefined;
      if (option) after[option] = on;
      if (letter === 'o') {
        index += 1;
        const name = words[index] ?? '';
        if (name in after) after[name as keyof ShellOptions] = on;
      }
    }
  }
  return after;
}
