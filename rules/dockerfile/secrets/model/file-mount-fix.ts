import { say } from '../../../message';
import type { Mend } from '../../../rule';
import type { Dockerfile } from '../../model/dockerfile';
import { type DockerfileEdit, insertFlag, removeInstruction, removeWord } from '../../model/edit';
import type { Instruction } from '../../model/instructions';
import type { RunInstruction } from '../../model/instructions/command-line';
import type { AddInstruction, CopyInstruction } from '../../model/instructions/files';
import type { Command } from '../../model/shell/command';
import type { CopiedFile } from './credential-files';
import { baseName, plainPath, removes } from './paths';

/** Programs that take a file without being told of it. */
const readers: readonly (readonly [RegExp, RegExp])[] = [
  [/^\.?npmrc$|^\.yarnrc/, /^(?:npm|npx|pnpm|yarn)$/],
  [/^pip\.conf$/, /^pip[\d.]*$/],
  [/^\.pypirc$/, /^twine$/],
  [/^\.netrc$/, /^(?:git|curl|go|pip[\d.]*|bundle|composer|npm|cargo)$/],
  [/^\.git-credentials$/, /^(?:git|go|bundle|composer|npm|cargo)$/],
  [/^id_\w+$/, /^(?:git|ssh|scp|sftp|rsync|go|bundle|composer|npm|yarn|pnpm|pip[\d.]*|cargo)$/],
  [/^settings\.xml$/, /^mvnw?$/],
  [/^nuget\.config$/i, /^(?:dotnet|nuget)$/],
  [/^auth\.json$/, /^composer$/],
  [/^credentials$/, /^(?:aws|terraform)$/],
];

/**
 * Mounts a copied file as a secret in the RUN instructions that use it, at the path where it was. Nothing where something
 * else uses it too, or where it cannot be told who does.
 */
export function asFileMount(
  files: CopyInstruction | AddInstruction,
  file: CopiedFile,
  dockerfile: Dockerfile,
): Mend<DockerfileEdit> | undefined {
  const { stage } = files;
  const target = absoluteTarget(files, file);
  if (!stage || files.onbuild || files.isJson || target === undefined) return undefined;
  if (dockerfile.stages.some(({ parent }) => parent === stage)) return undefined;
  const later = stage.own.filter((other) => other.index > files.index);
  const edits: DockerfileEdit[] = [
    files.sources.length === 1 ? removeInstruction(files) : removeWord(file.word),
  ];
  let uses = 0;
  for (const instruction of later) {
    const use =
      instruction.kind === 'run'
        ? useOf(instruction, target)
        : mentions(instruction, target)
          ? 'unclear'
          : 'none';
    if (use === 'unclear') return undefined;
    if (use === 'tidies') edits.push(removeInstruction(instruction));
    if (use !== 'reads' || instruction.kind !== 'run') continue;
    const flag = mountFor(instruction, file, target);
    if (flag === undefined) return undefined;
    edits.push(insertFlag(instruction, flag));
    uses += 1;
  }
  const [first, ...rest] = edits;
  if (!first || uses === 0) return undefined;
  return {
    title: say`Mount ${file.source} as the secret ${idOf(file)} where it is used`,
    edits: [first, ...rest],
  };
}

function absoluteTarget(files: Instruction, { target }: CopiedFile): string | undefined {
  if (target.startsWith('/')) return target;
  const workdir = files.stage?.own.findLast((other) => other.kind === 'workdir' && other.index < files.index);
  const folder = workdir?.kind === 'workdir' ? workdir.argument?.known : undefined;
  return folder?.startsWith('/')
    ? `${folder.replace(/(?<!\/)\/+$/, '')}/${target.replace(/^(?:\.\/)+/, '')}`
    : undefined;
}

type Use = 'none' | 'reads' | 'tidies' | 'unclear';

/** A mounted file can be read, but not deleted, moved or given another mode. */
function useOf(run: RunInstruction, target: string): Use {
  const changing = run.commands.filter((command) => changes(command, target));
  if (changing.length > 0)
    return changing.length === run.commands.length &&
      changing.every((command) => command.positionals().length <= 2)
      ? 'tidies'
      : 'unclear';
  if (run.script === undefined && run.form !== 'exec') return 'unclear';
  const reader = readers.find(([name]) => name.test(baseName(target)))?.[1];
  const isRead = run.commands.some(({ name }) => reader?.test(name ?? '')) || mentions(run, target);
  return isRead ? 'reads' : 'none';
}

const changes = (command: Command, target: string): boolean =>
  removes(command, plainPath(target)) ||
  (/^(?:chmod|chown|chgrp|mv|rm|sed|shred|tee|unlink)$/.test(command.name ?? '') &&
    command.args.some(({ value }) => isAt(plainPath(value), plainPath(target))));

/** The path itself, its name alone, or a folder above it. */
const isAt = (path: string, target: string): boolean =>
  path === target || path === baseName(target) || target.startsWith(`${path}/`);

const mentions = ({ rest, heredocs }: Instruction, target: string): boolean =>
  [rest.text, ...heredocs.map(({ body }) => body.text)].some((text) => text.includes(baseName(target)));

const idOf = ({ source }: CopiedFile): string =>
  baseName(source)
    .replace(/^\.+/, '')
    .replace(/[^\w.-]+/g, '-');

/** Undefined where the user cannot be told by number, so that nobody knows whom to give the file to. */
function mountFor(run: RunInstruction, file: CopiedFile, target: string): string | undefined {
  const user = run.stage?.userAt(run);
  const uid =
    user === undefined || /^(?:root|0)(?::|$)/.test(user.value) ? '' : /^(\d+)(?::|$)/.exec(user.value)?.[1];
  if (uid === undefined || /[,"'\s]/.test(target)) return undefined;
  return `--mount=type=secret,id=${idOf(file)},target=${target}${uid && `,uid=${uid}`},required=true`;
}
