import { forEachChild, type SyntaxNode } from 'unbash';
import { MappedText } from '../mapped-text';
import type { Script } from './script';

/** Scripts that are nested deeper than any person writes are not followed. */
const maxDepth = 200;

/** True for a word that has no parts, as most have none: nothing is below it. */
export const isPlain = (node: SyntaxNode): boolean => node.type === 'Word' && !node.parts;

/** Shows every node of a script, those in `$(…)` too, with the text that its places are places in. */
export function visitTree(
  { tree, source }: Script,
  visit: (node: SyntaxNode, source: MappedText) => void,
): void {
  const walk = (node: SyntaxNode, text: MappedText, depth: number): void => {
    if (depth > maxDepth) return;
    visit(node, text);
    if (isPlain(node)) return;
    if (node.type !== 'CommandExpansion' && node.type !== 'ProcessSubstitution') {
      forEachChild(node, (child) => walk(child, text, depth + 1));
      return;
    }
    const { script } = node;
    if (!script) return;
    // In backticks with escapes the places are those of a text of its own.
    const inner =
      script.source === undefined
        ? text
        : MappedText.standingFor(script.source, text.spanOf(node.pos, node.end));
    forEachChild(script, (child) => walk(child, inner, depth + 1));
  };
  forEachChild(tree, (child) => walk(child, source, 0));
}
