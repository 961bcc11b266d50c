import type { Assignment, ParsedScript, PipelineNode, Statement, Word } from 'unbash';

/**
 * Variables that a script gives one value, by a statement of its own that no condition stands before: `deps='gcc make'`.
 * @param assigned how often each name is set anywhere in the script
 */
export function constantsIn(
  tree: ParsedScript,
  assigned: ReadonlyMap<string, number>,
): ReadonlyMap<string, string> {
  const constants = new Map<string, string>();
  if (assigned.size === 0) return constants;
  for (const command of tree.commands.flatMap((statement) => unconditional(statement.command)))
    for (const assignment of lastingIn(command)) {
      const value = assigned.get(assignment.name) === 1 ? plainValue(assignment) : undefined;
      if (value !== undefined) constants.set(assignment.name, value);
    }
  return constants;
}

/** The commands of a list that run whatever the others give, or once all before them worked. */
function unconditional(node: Statement['command']): readonly PipelineNode[] {
  if (node.type !== 'AndOr') return [onlyOf(node)];
  const end = node.operators.indexOf('||');
  return (end < 0 ? node.commands : node.commands.slice(0, end + 1)).map(onlyOf);
}

const onlyOf = (node: PipelineNode): PipelineNode =>
  node.type === 'Pipeline' && node.commands.length === 1 && node.commands[0] ? node.commands[0] : node;

/** Assignments before another program hold for that program only; those before `set` stay. */
function lastingIn(node: PipelineNode): readonly Assignment[] {
  if (node.type !== 'Command') return [];
  const name = node.name?.value;
  const isAlone = name === undefined || name === 'set';
  const declared = /^(?:export|readonly)$/.test(name ?? '') ? node.args : [];
  return [...(isAlone ? node.prefix : []), ...declared].flatMap((part) =>
    part.type === 'Assignment' ? [part] : [],
  );
}

function plainValue({ value, append, index }: Assignment): string | undefined {
  return append || index || value.type !== 'Word' || !isPlain(value) ? undefined : value.value;
}

const isPlain = ({ parts }: Word): boolean =>
  (parts ?? []).every(
    (part) =>
      part.type === 'Literal' ||
      part.type === 'SingleQuoted' ||
      (part.type === 'DoubleQuoted' && part.parts.every((inner) => inner.type === 'Literal')),
  );
