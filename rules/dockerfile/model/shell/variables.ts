import type { Binding } from '../lexer';
import type { Command } from './command';
import type { Expansion, ShellWord } from './word';

/** What a variable holds where a command runs: of the Dockerfile, or set by the script itself. */
export type VariableState = Binding['state'] | 'script';

export const isPlainName = (name: string | undefined): name is string =>
  name !== undefined && /^[A-Za-z_]\w*$/.test(name);

export function stateOf(name: string, command: Command, assigned: ReadonlySet<string>): VariableState {
  return assigned.has(name) ? 'script' : command.owner.environment.lookup(name).state;
}

/** Expansions of variables outside of quotes. */
export const unquotedVariables = (word: ShellWord): readonly Expansion[] =>
  word.expansions.filter(({ kind, quoted, name }) => kind === 'variable' && !quoted && isPlainName(name));

/** What the script puts into a variable, by `X=…`, `export X=…` and the like; undefined for what cannot be seen. */
export function valuesOf(name: string, commands: readonly Command[]): readonly ShellWord[] | undefined {
  const values: ShellWord[] = [];
  for (const command of commands) {
    for (const assignment of command.assignments) {
      if (assignment.name !== name) continue;
      if (!assignment.value) return undefined;
      values.push(assignment.value);
    }
    if (/^(?:export|local|declare|typeset|readonly)$/.test(command.name ?? ''))
      for (const { word } of command.args) if (word.text.startsWith(`${name}=`)) values.push(word);
  }
  return values.length === 0 ? undefined : values;
}
