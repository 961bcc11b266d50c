import { say } from '../../message';
import { shellCheck } from '../../references';
import { replaceWord } from '../model/edit';
import { dockerfileRule } from '../model/rule';
import { visitTree } from '../model/shell/tree';

export default dockerfileRule({
  id: 'backticks',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'Command substitution by backticks',
  why: 'Backticks do not nest, and a backslash in them means something else than outside. `$(…)` has neither problem and every shell knows it.',
  remedy: 'Write `$(…)`.',
  aliases: [],
  alsoKnownAs: ['SC2006'],
  references: [shellCheck('SC2006')],
  fix: 'safe',
  inOnbuild: true,

  run(run, { report }) {
    if (!run.script?.source.text.includes('`')) return;
    visitTree(run.script, (node, source) => {
      if (node.type !== 'CommandExpansion' || !node.text.startsWith('`')) return;
      const span = source.spanOf(node.pos, node.end);
      const body = node.text.slice(1, -1);
      const isPlain =
        source.slice(node.pos, node.end).text === node.text &&
        // Not one that is still being typed.
        /^`[^\\`]+`$/.test(node.text) &&
        span.end - span.start === node.text.length;
      report(
        span,
        say`Write \`$(…)\` instead of backticks: it nests, and a backslash in it means what it says.`,
        {
          fix: isPlain ? { title: say`Write $(…)`, edits: [replaceWord(span, `$(${body})`)] } : undefined,
        },
      );
    });
  },
});
