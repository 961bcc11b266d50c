import type { CompoundList, PipelineNode, Statement, SyntaxNode } from 'unbash';
import { say } from '../../message';
import { shellCheck } from '../../references';
import { type Span, spanOf } from '../../text';
import { insertWordAfter } from '../model/edit';
import type { RunInstruction } from '../model/instructions/command-line';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'negation-skips-errexit',
  topic: 'C10',
  severity: 'warning',
  profile: 'recommended',
  title: '`set -e` does not stop at a command behind `!`',
  why: 'A shell with `set -e` never stops at a negated command, whatever comes out. The check is made, and the build goes on where it fails.',
  remedy: 'Add `|| exit 1` behind it.',
  aliases: [],
  alsoKnownAs: ['SC2251'],
  references: [shellCheck('SC2251')],
  fix: 'review',
  inOnbuild: true,

  run(run, { report }) {
    if (!run.script) return;
    const { tree, source } = run.script;
    for (const { pos, end } of checksWithoutEffect(tree.commands, false)) {
      const span = source.spanOf(pos, end);
      if (runsWithErrexit(run, span))
        report(
          spanOf(span.start, span.start + 1),
          say`Where the check behind \`!\` fails, nothing stops: \`set -e\` passes over it. Add \`|| exit 1\`.`,
          { fix: { title: say`Stop there`, edits: [insertWordAfter(span, '|| exit 1')] } },
        );
    }
  },
});

/** Statements `! …` that something follows. The last one of all gives its status to the whole. */
function checksWithoutEffect(statements: readonly Statement[], isFollowed: boolean): readonly PipelineNode[] {
  return statements.flatMap(({ command }, index) => {
    const follows = isFollowed || index < statements.length - 1;
    if (command.type === 'Pipeline' && command.prefixes.some(({ type }) => type === 'Negation'))
      return follows ? [command] : [];
    return bodiesOf(command).flatMap((body) => checksWithoutEffect(body.commands, follows));
  });
}

/** Lists of commands that are run for what they do, not as a condition. */
function bodiesOf(node: SyntaxNode): readonly CompoundList[] {
  switch (node.type) {
    case 'If':
      return [node.then, ...node.elif.map(({ then }) => then), ...(node.else ? [node.else] : [])];
    case 'For':
    case 'While':
    case 'BraceGroup':
    case 'Subshell':
      return [node.body];
    default:
      return [];
  }
}

const runsWithErrexit = (run: RunInstruction, { start, end }: Span): boolean =>
  run.commands.some(
    ({ span, position }) => span.start >= start && span.end <= end && position.options.errexit,
  );
