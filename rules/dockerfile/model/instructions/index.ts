import { say } from '../../../message';
import type { RawInstruction } from '../reader';
import type { InstructionBase, Site } from './base';
import {
  CmdInstruction,
  EntrypointInstruction,
  HealthcheckInstruction,
  RunInstruction,
  ShellInstruction,
} from './command-line';
import { AddInstruction, CopyInstruction } from './files';
import { checkFlags } from './flags';
import { FromInstruction } from './from';
import { OnbuildInstruction } from './onbuild';
import { ArgInstruction, EnvInstruction, LabelInstruction } from './pairs';
import {
  ExposeInstruction,
  MaintainerInstruction,
  StopsignalInstruction,
  UnknownInstruction,
  UserInstruction,
  VolumeInstruction,
  WorkdirInstruction,
} from './simple';

export type { Flag, Form } from './base';
export type { Mount, MountOption, MountType } from './mount';
export type { Pair } from './pairs';
export type { ExposedPort } from './simple';

const classes = {
  add: AddInstruction,
  arg: ArgInstruction,
  cmd: CmdInstruction,
  copy: CopyInstruction,
  entrypoint: EntrypointInstruction,
  env: EnvInstruction,
  expose: ExposeInstruction,
  from: FromInstruction,
  healthcheck: HealthcheckInstruction,
  label: LabelInstruction,
  maintainer: MaintainerInstruction,
  onbuild: OnbuildInstruction,
  run: RunInstruction,
  shell: ShellInstruction,
  stopsignal: StopsignalInstruction,
  user: UserInstruction,
  volume: VolumeInstruction,
  workdir: WorkdirInstruction,
};

/** By kind: the class of an instruction. */
export type InstructionTypes = {
  readonly [Kind in keyof typeof classes]: InstanceType<(typeof classes)[Kind]>;
} & { readonly unknown: UnknownInstruction };

export type InstructionKind = keyof InstructionTypes;
export type Instruction = InstructionTypes[InstructionKind];

export type CommandLineInstruction = InstructionTypes['run' | 'cmd' | 'entrypoint' | 'healthcheck'];
export type FilesInstruction = InstructionTypes['copy' | 'add'];

/** Kinds of instruction that have as much in common that checks are about all of them. */
export const groupOf: Readonly<Partial<Record<InstructionKind, 'commandLine' | 'files'>>> = {
  run: 'commandLine',
  cmd: 'commandLine',
  entrypoint: 'commandLine',
  healthcheck: 'commandLine',
  copy: 'files',
  add: 'files',
};

/** By keyword; in capitals too, as nearly all keywords are. */
const kindByKeyword: ReadonlyMap<string, keyof typeof classes> = new Map(
  (Object.keys(classes) as (keyof typeof classes)[]).flatMap((kind) => [
    [kind, kind] as const,
    [kind.toUpperCase(), kind] as const,
  ]),
);

export const kindOf = (keyword: string): InstructionKind =>
  kindByKeyword.get(keyword) ?? kindByKeyword.get(keyword.toLowerCase()) ?? 'unknown';

export function readInstruction(raw: RawInstruction, site: Site): Instruction {
  const kind = kindOf(raw.keyword.text);
  if (kind === 'unknown') {
    site.problem(raw.keyword.span, say`Docker knows no instruction \`${raw.keyword.text}\`.`);
    return new UnknownInstruction(raw, site);
  }
  const made: new (raw: RawInstruction, site: Site) => Instruction = classes[kind];
  const instruction = new made(raw, site);
  if (instruction.flags.length > 0) checkFlags(instruction, site.problem);
  return instruction;
}

export type AnyInstruction = InstructionBase;
