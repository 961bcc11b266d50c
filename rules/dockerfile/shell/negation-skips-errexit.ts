import type { CompoundList, Statement, SyntaxNode } from 'unbash';
import { say } from '../../message';
import { shellCheck } from '../../references';
import { type Span, spanOf } from '../../text';
import { insertWordAfter } from '../model/edit';
import type { RunInstruction } from '../model/instructions/command-line';
import type { MappedText } from '../model/mapped-text';
import { dockerfileRule } from '../model/rule';
import { visitTree } from '../model/shell/tree';

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
    const check = (statements: readonly Statement[], source: MappedText): void => {
      for (const { pos, end } of negatedIn(statements)) {
        const span = source.spanOf(pos, end);
        if (!runsWithErrexit(run, span)) continue;
        report(
          spanOf(span.start, span.start + 1),
          say`Where the check behind \`!\` fails, nothing stops: \`set -e\` passes over it. Add \`|| exit 1\`.`,
          { fix: { title: say`Stop there`, edits: [insertWordAfter(span, '|| exit 1')] } },
        );
      }
    };
    check(run.script.tree.commands, run.script.source);
    visitTree(run.script, (node, source) => {
      for (const list of bodiesOf(node)) check(list.commands, source);
    });
  },
});

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

/** Statements `! …` that something follows: the last one gives its status to the whole. */
const negatedIn = (statements: readonly Statement[]): readonly Statement['command'][] =>
  statements
    .slice(0, -1)
    .map(({ command }) => command)
    .filter(
      (command) => command.type === 'Pipeline' && command.prefixes.some(({ type }) => type === 'Negation'),
    );

const runsWithErrexit = (run: RunInstruction, { start, end }: Span): boolean =>
  run.commands.some(
    ({ span, position }) =>
      span.start >= start &&
      span.end <= end &&
      position.options.errexit &&
      !position.inside.includes('condition'),
  );
