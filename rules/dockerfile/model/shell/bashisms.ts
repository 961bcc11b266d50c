import type { SyntaxNode, Word as WordNode } from 'unbash';
import type { SystemShell } from '../../../data/system-shells';
import type { Span } from '../../../text';
import type { Script } from './script';
import { visitTree } from './tree';

/** What Bash knows and a plain `sh` does not. */
export type BashismKind =
  | 'double-bracket'
  | 'double-equals'
  | 'source'
  | 'array'
  | 'brace'
  | 'pipefail'
  | 'here-string'
  | 'redirect-both'
  | 'process'
  | 'expansion'
  | 'echo-flag'
  | 'command';

export interface Bashism {
  readonly kind: BashismKind;
  readonly text: string;
  readonly span: Span;
}

type Knowledge = Readonly<Record<BashismKind, readonly SystemShell[]>>;

/**
 * Which kinds of `sh` take it as Bash does. BusyBox's ash is built with `ASH_BASH_COMPAT` in Alpine and in the BusyBox image.
 * Sources: dash(1) of Debian, shell/ash.c and shell/ash_doc.txt of BusyBox 1.36.
 */
const knownBy: Knowledge = {
  'double-bracket': ['ash', 'bash'],
  'double-equals': ['ash', 'bash'],
  source: ['ash', 'bash'],
  array: ['bash'],
  brace: ['bash'],
  pipefail: ['ash', 'bash'],
  'here-string': ['bash'],
  'redirect-both': ['ash', 'bash'],
  process: ['ash', 'bash'],
  expansion: ['ash', 'bash'],
  'echo-flag': ['ash', 'bash'],
  command: ['bash'],
};

export const knows = (shell: SystemShell, kind: BashismKind): boolean => knownBy[kind].includes(shell);

const bashCommands = /^(?:pushd|popd|shopt|declare|typeset|mapfile|readarray)$/;

/** All of them in a script, those in `$(…)` too; what stands in the text of another shell is that one's matter. */
export function bashismsIn(script: Script): readonly Bashism[] {
  const found: Bashism[] = [];
  visitTree(script, (node, source) => {
    for (const { kind, node: at } of bashismsOf(node))
      found.push({ kind, text: source.text.slice(at.pos, at.end), span: source.spanOf(at.pos, at.end) });
  });
  return found;
}

interface Place {
  readonly pos: number;
  readonly end: number;
}

interface Hit {
  readonly kind: BashismKind;
  readonly node: Place;
}

const none: readonly never[] = [];

function bashismsOf(node: SyntaxNode): readonly Hit[] {
  switch (node.type) {
    case 'TestCommand':
      return [{ kind: 'double-bracket', node: { pos: node.pos, end: node.pos + 2 } }];
    case 'Assignment':
      return node.value.type === 'ArrayValue' || node.index ? [{ kind: 'array', node }] : none;
    case 'BraceExpansion':
      // `{"a":1,"b":2}` is meant as it is written.
      return /[:"']/.test(node.text) ? [] : [{ kind: 'brace', node }];
    case 'ProcessSubstitution':
      return [{ kind: 'process', node }];
    case 'HereString':
      return [{ kind: 'here-string', node }];
    case 'Redirect':
      return /^&>/.test(node.operator) ? [{ kind: 'redirect-both', node }] : none;
    case 'ParameterExpansion':
      if (node.index) return [{ kind: 'array', node }];
      return node.prefix === '!' || /^(?:Replace|Slice)$/.test(node.operation?.type ?? '')
        ? [{ kind: 'expansion', node }]
        : none;
    case 'Command':
      return node.name ? commandHits(node.name, node.args as readonly (WordNode | SyntaxNode)[]) : none;
    default:
      return none;
  }
}

function commandHits(name: WordNode, args: readonly (WordNode | SyntaxNode)[]): readonly Hit[] {
  if (name.value === 'source') return [{ kind: 'source', node: name }];
  if (bashCommands.test(name.value)) return [{ kind: 'command', node: name }];
  if (!/^(?:echo|set|test|\[)$/.test(name.value)) return none;
  const words = args.filter((arg): arg is WordNode => arg.type === 'Word');
  if (name.value === 'echo') return echoFlag(words);
  if (name.value === 'set') {
    const at = words.findIndex(
      ({ value }, index) => value === 'pipefail' && /^-[a-zA-Z]*o$/.test(words[index - 1]?.value ?? ''),
    );
    const word = words[at];
    return word ? [{ kind: 'pipefail', node: word }] : none;
  }
  return words.filter(({ text }) => text === '==').map((node) => ({ kind: 'double-equals', node }));
}

/** dash prints `-e` as it prints all other words. */
function echoFlag([first]: readonly WordNode[]): readonly Hit[] {
  return first && /^-(?:e|ne|en)$/.test(first.text) ? [{ kind: 'echo-flag', node: first }] : none;
}
