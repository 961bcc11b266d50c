/** Programs that run another program, which stands among their arguments. */
export interface Wrapper {
  /** Flags that take the next word as their value. */
  readonly valueFlags?: readonly string[];
  /** Words before the command that are neither flags nor assignments: `timeout 10 cmd`. */
  readonly operands?: number;
  /** `NAME=value` before the command. */
  readonly assignments?: boolean;
  /** With one of these flags it runs nothing: `command -v`. */
  readonly unless?: readonly string[];
  /** The command stands between this flag and `;` or `+`. */
  readonly after?: readonly string[];
  /** All words are the text of a script (`eval`). */
  readonly isScript?: boolean;
  /** The script is the value of this flag (`su -c`). */
  readonly scriptFlags?: readonly string[];
}

const wrappers = new Map(
  Object.entries<Wrapper>({
    sudo: {
      valueFlags: [
        '-u',
        '--user',
        '-g',
        '--group',
        '-h',
        '--host',
        '-p',
        '--prompt',
        '-C',
        '-D',
        '--chdir',
        '-r',
        '-t',
        '-T',
        '-U',
      ],
      assignments: true,
      unless: ['-l', '--list', '-v', '--validate', '-k', '-K', '-V'],
    },
    doas: { valueFlags: ['-u', '-C'] },
    env: {
      valueFlags: ['-u', '--unset', '-C', '--chdir'],
      assignments: true,
    },
    xargs: {
      valueFlags: [
        '-a',
        '--arg-file',
        '-d',
        '--delimiter',
        '-E',
        '-I',
        '-L',
        '--max-lines',
        '-n',
        '--max-args',
        '-P',
        '--max-procs',
        '-s',
        '--max-chars',
      ],
    },
    time: { valueFlags: ['-f', '--format', '-o', '--output'] },
    nice: { valueFlags: ['-n', '--adjustment'] },
    ionice: { valueFlags: ['-c', '--class', '-n', '--classdata'] },
    nohup: {},
    setsid: {},
    exec: { valueFlags: ['-a'] },
    command: { unless: ['-v', '-V'] },
    builtin: {},
    eval: { isScript: true },
    timeout: { valueFlags: ['-s', '--signal', '-k', '--kill-after'], operands: 1 },
    chroot: { operands: 1 },
    stdbuf: { valueFlags: ['-i', '-o', '-e', '--input', '--output', '--error'] },
    gosu: { operands: 1 },
    'su-exec': { operands: 1 },
    su: { scriptFlags: ['-c', '--command'] },
    runuser: { scriptFlags: ['-c', '--command'] },
    busybox: {},
    tini: { valueFlags: ['-p', '-e'] },
    'dumb-init': {},
    eatmydata: {},
    fakeroot: {},
    retry: { valueFlags: ['-t', '-d', '-m'] },
    find: { after: ['-exec', '-execdir', '-ok', '-okdir'] },
  }),
);

/** How a program runs others, if it does. */
export const wrapperOf = (program: string): Wrapper | undefined => wrappers.get(program);
