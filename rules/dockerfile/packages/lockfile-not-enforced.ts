import { say } from '../../message';
import type { RunInstruction } from '../model/instructions/command-line';
import { packageCallOf } from '../model/package-managers';
import { dockerfileRule } from '../model/rule';
import { addAfter, replace } from './model/edits';

export default dockerfileRule({
  id: 'lockfile-not-enforced',
  topic: 'C5',
  severity: 'info',
  profile: 'all',
  title: 'Packages are installed other than the lock file says',
  why: '`npm install` may take newer versions than package-lock.json names and rewrites it without a word. What was tested, and what was scanned, is then not what is in the image.',
  remedy:
    'Use `npm ci`, `yarn install --frozen-lockfile` (`--immutable` from Yarn 2), `pnpm install --frozen-lockfile`.',
  aliases: [],
  references: [{ title: 'npm ci', url: 'https://docs.npmjs.com/cli/commands/npm-ci' }],
  fix: 'review',
  inOnbuild: true,

  managers: ['npm', 'yarn', 'pnpm'],
  run(run, { report }) {
    for (const command of run.commands) {
      const call = packageCallOf(command);
      const install = call?.subcommand.at(-1);
      if (call?.action !== 'restore' || !install || call.command.hasHiddenArguments) continue;
      const lock = locks[call.manager.id];
      if (!lock?.words.includes(install.value) || !brings(run, lock.file) || command.hasFlag(...lock.flags))
        continue;
      const better = lock.flag === undefined ? 'npm ci' : `${call.manager.id} install ${lock.flag}`;
      const edit =
        lock.flag === undefined ? replace(command, install, 'ci') : addAfter(command, install, lock.flag);
      report(install, say`This may take other versions than the lock file names. Use \`${better}\`.`, {
        fix: edit && { title: say`Use ${better}`, edits: [edit] },
      });
    }
  },
});

interface Lock {
  readonly words: readonly string[];
  readonly file: RegExp;
  /** Flags with which the lock file counts, or which ask for something else. */
  readonly flags: readonly string[];
  /** The flag to add; undefined where another subcommand does it. */
  readonly flag: string | undefined;
}

const locks: Readonly<Partial<Record<string, Lock>>> = {
  npm: {
    words: ['install', 'i'],
    file: /^(?:package-lock\.json|npm-shrinkwrap\.json|package\*\.json|package-\*\.json)$/,
    flags: ['-g', '--global', '--package-lock-only', '--no-package-lock', '--no-save', '--dry-run'],
    flag: undefined,
  },
  yarn: {
    words: ['install'],
    file: /^yarn\.(?:lock|\*)$/,
    flags: ['--frozen-lockfile', '--immutable', '--pure-lockfile', '--no-lockfile', '--mode'],
    flag: '--frozen-lockfile',
  },
  pnpm: {
    words: ['install', 'i'],
    file: /^pnpm-lock\.(?:yaml|\*)$/,
    flags: ['--frozen-lockfile', '--no-frozen-lockfile', '--no-lockfile', '--lockfile-only'],
    flag: '--frozen-lockfile',
  },
};

/** True where a COPY of the stage brings the lock file by its name. */
const brings = (run: RunInstruction, file: RegExp): boolean =>
  run.stage?.lineage.some(({ own }) =>
    own.some(
      (copy) =>
        copy.kind === 'copy' &&
        copy.index < run.index &&
        copy.sources.some(({ value }) => file.test(value.replace(/^.*\//, ''))),
    ),
  ) ?? false;
