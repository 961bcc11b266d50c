import {
  type Assignment,
  type CommandNode,
  type CompoundList,
  forEachChild,
  type ParsedScript,
  type ParseError,
  type PipelineNode,
  parse,
  type Redirection as RedirectionNode,
  type Command as SimpleCommand,
  type Statement,
  type SyntaxNode,
  type Word as WordNode,
} from 'unbash';
import type { Span } from '../../../text';
import type { Environment } from '../lexer';
import { MappedText } from '../mapped-text';
import type { Heredoc } from '../reader';
import {
  Argument,
  Command,
  type Construct,
  type Operator,
  type Pipeline,
  type Redirection,
  type ShellAssignment,
  spanOver,
} from './command';
import { constantsIn } from './constants';
import { isPosix, noOptions, type ShellOptions, shellKindOf, withOptions } from './shell';
import { isPlain } from './tree';
import { type ScriptEnvironment, ShellWord } from './word';
import { type Wrapper, wrapperOf } from './wrappers';

/** What holds a script: RUN, CMD, ENTRYPOINT, HEALTHCHECK. */
export interface ScriptOwner {
  readonly span: Span;
  readonly environment: Environment;
}

export interface ScriptError {
  readonly message: string;
  readonly span: Span;
}

/** A shell script with its commands in the order of the text. */
export interface Script {
  readonly source: MappedText;
  /** The syntax tree; its places are places in `source`. */
  readonly tree: ParsedScript;
  readonly commands: readonly Command[];
  readonly pipelines: readonly Pipeline[];
  readonly errors: readonly ScriptError[];
  /** Variables that the script sets. */
  readonly assigned: ReadonlySet<string>;
}

/** Scripts in scripts (`sh -c "sh -c …"`) are read no deeper. */
const maxDepth = 8;

export function readScript(
  owner: ScriptOwner,
  source: MappedText,
  options: ShellOptions = noOptions,
): Script {
  const tree = parse(source.text);
  const walk: Walk = { owner, commands: [], pipelines: [], errors: [] };
  const assigned = assignedIn(tree);
  const constants = constantsIn(tree, assigned);
  new Walker(walk, source, { environment: owner.environment, assigned, constants }, []).script(tree, {
    ...atTop,
    options: { current: options },
  });
  return {
    source,
    tree,
    commands: walk.commands,
    pipelines: walk.pipelines,
    errors: walk.errors,
    assigned: new Set(assigned.keys()),
  };
}

/** The one command of an exec form. */
export function readExecForm(owner: ScriptOwner, words: readonly MappedText[]): readonly Command[] {
  const none = new Map<string, number>();
  const args = words.map((source) => {
    // No shell reads these words: quotes and dollars in them mean nothing.
    const node: WordNode = {
      type: 'Word',
      text: source.text,
      value: source.text,
      pos: 0,
      end: source.length,
      parts: [{ type: 'Literal', pos: 0, end: source.length, text: source.text, value: source.text }],
    };
    const word = new ExecWord(node, source, {
      environment: owner.environment,
      assigned: none,
      constants: new Map(),
    });
    return new Argument(word, source.text, true);
  });
  const walk: Walk = { owner, commands: [], pipelines: [], errors: [] };
  const walker = new Walker(
    walk,
    MappedText.verbatim('', owner.span.start),
    { environment: owner.environment, assigned: none, constants: new Map() },
    [],
  );
  const [name, ...rest] = args;
  if (name) walker.command(name, rest, [], [], [], atTop);
  return walk.commands;
}

/** A word of an exec form is a script as it stands. */
class ExecWord extends ShellWord {
  constructor(
    node: WordNode,
    private readonly whole: MappedText,
    environment: ScriptEnvironment,
  ) {
    super(node, whole, environment);
  }

  override get scriptText(): MappedText {
    return this.whole;
  }
}

/** Programs of the shell whose words are names of variables that they set. */
const setters = new Set([
  'read',
  'mapfile',
  'readarray',
  'getopts',
  'unset',
  'export',
  'local',
  'declare',
  'typeset',
  'printf',
]);

/** Names that the script sets anywhere, and how often. */
function assignedIn(tree: ParsedScript): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  const add = (name: string): void => {
    names.set(name, (names.get(name) ?? 0) + 1);
  };
  const visit = (node: SyntaxNode, depth: number): void => {
    if (depth > 200 || isPlain(node)) return;
    if (node.type === 'Assignment') add(node.name);
    if (node.type === 'For' || node.type === 'Select') add(node.name.value);
    if (node.type === 'Command' && setters.has(node.name?.value ?? ''))
      for (const arg of node.args) if (arg.type === 'Word' && /^\w+$/.test(arg.value)) add(arg.value);
    if (node.type === 'Command' && (node.name?.value === '.' || node.name?.value === 'source'))
      // What another file sets cannot be told; the usual one names the distribution.
      for (const name of ['ID', 'VERSION_ID', 'VERSION_CODENAME', 'VERSION']) add(name);
    forEachChild(node, (child) => visit(child, depth + 1));
  };
  visit(tree, 0);
  return names;
}

/** What a walk over a script and the scripts inside of it gathers. */
interface Walk {
  readonly owner: ScriptOwner;
  readonly commands: Command[];
  readonly pipelines: Pipeline[];
  readonly errors: ScriptError[];
}

/** Where the walk is. */
interface Place {
  readonly before: Operator | undefined;
  readonly after: Operator | undefined;
  readonly inside: readonly Construct[];
  readonly negated: boolean;
  readonly pipeline: Pipeline | undefined;
  readonly stage: number;
  /** What the shell has switched on; `set` changes it for what follows in the same shell. */
  readonly options: { current: ShellOptions };
}

const atTop: Place = {
  before: undefined,
  after: undefined,
  inside: [],
  negated: false,
  pipeline: undefined,
  stage: 0,
  options: { current: noOptions },
};

/** A place as another one, but between other operators; spelled out, since a copy by `...` takes longer and this is made for each command. */
const between = (
  { inside, negated, pipeline, stage, options }: Place,
  before: Operator | undefined,
  after: Operator | undefined,
): Place => ({ before, after, inside, negated, pipeline, stage, options });

/** Another shell begins with what this one has switched on. */
const copyOf = ({ current }: Place['options']): Place['options'] => ({ current });

class Walker {
  /** True where the script may hold commands in `$(…)`, backticks or `<(…)`. */
  private readonly maySubstitute: boolean;

  constructor(
    private readonly walk: Walk,
    private readonly source: MappedText,
    private readonly variables: ScriptEnvironment,
    /** The programs that the script is run through. */
    private readonly through: readonly Command[],
  ) {
    this.maySubstitute = /[`(]/.test(source.text);
  }

  script(tree: ParsedScript, place: Place): void {
    for (const error of tree.errors ?? []) this.error(error);
    this.list(tree.commands, place);
  }

  private error(error: ParseError): void {
    const at = Math.min(error.pos, this.source.length);
    this.walk.errors.push({ message: error.message, span: this.source.spanOf(at, at) });
  }

  private list(statements: readonly Statement[], place: Place): void {
    statements.forEach((statement, index) => {
      const previous = statements[index - 1];
      const before = previous ? (previous.background ? '&' : ';') : place.before;
      const isLast = index === statements.length - 1;
      const after = statement.background ? '&' : isLast ? place.after : ';';
      this.statement(statement, between(place, before, after));
    });
  }

  private statement({ command }: Statement, place: Place): void {
    if (command.type !== 'AndOr') {
      this.pipeline(command, place);
      return;
    }
    command.commands.forEach((part, index) => {
      const before = command.operators[index - 1] ?? place.before;
      const after = command.operators[index] ?? place.after;
      this.pipeline(part, between(place, before, after));
    });
  }

  private pipeline(node: PipelineNode, place: Place): void {
    if (node.type !== 'Pipeline') {
      this.node(node, place);
      return;
    }
    const negated = node.prefixes.some((prefix) => prefix.type === 'Negation') || place.negated;
    const [only, second] = node.commands;
    if (only && !second) {
      this.node(only, negated === place.negated ? place : { ...place, negated });
      return;
    }
    const stages: Command[][] = [];
    const pipeline: Pipeline = { stages, span: this.source.spanOf(node.pos, node.end) };
    this.walk.pipelines.push(pipeline);
    node.commands.forEach((part, stage) => {
      const from = this.walk.commands.length;
      // Each stage has a shell of its own.
      this.node(part, { ...place, negated, pipeline, stage, options: copyOf(place.options) });
      stages.push(this.walk.commands.slice(from));
    });
  }

  private node(node: CommandNode, place: Place): void {
    const inside = (...constructs: Construct[]): Place => ({
      ...place,
      before: undefined,
      after: undefined,
      inside: [...place.inside, ...constructs],
    });
    switch (node.type) {
      case 'Command':
        this.simple(node, place);
        break;
      case 'Redirected':
        this.node(node.command, place);
        for (const redirection of node.redirects) this.substitutions(redirection, place);
        break;
      case 'If':
        this.body(node.clause, inside('if', 'condition'));
        this.body(node.then, inside('if'));
        for (const branch of node.elif) {
          this.body(branch.clause, inside('if', 'condition'));
          this.body(branch.then, inside('if'));
        }
        if (node.else) this.body(node.else, inside('if'));
        break;
      case 'While':
        this.body(node.clause, inside('loop', 'condition'));
        this.body(node.body, inside('loop'));
        break;
      case 'For':
      case 'Select':
        for (const word of node.wordlist ?? []) this.substitutions(word, place);
        this.body(node.body, inside('loop'));
        break;
      case 'ArithmeticFor':
        this.body(node.body, inside('loop'));
        break;
      case 'Case':
        this.substitutions(node.word, place);
        for (const item of node.items) this.body(item.body, inside('case'));
        break;
      case 'Subshell':
        this.body(node.body, { ...inside('subshell'), options: copyOf(place.options) });
        break;
      case 'BraceGroup':
        this.body(node.body, inside('group'));
        break;
      case 'Function':
        if (node.body.type === 'CompoundList') this.body(node.body, inside('function'));
        else this.node(node.body, inside('function'));
        break;
      case 'Coproc':
        if (node.body.type === 'CompoundList') this.body(node.body, inside('subshell'));
        else this.node(node.body, inside('subshell'));
        break;
      default:
        this.substitutions(node, place);
    }
  }

  private body(list: CompoundList, place: Place): void {
    this.list(list.commands, place);
  }

  private simple(node: SimpleCommand, place: Place): void {
    const assignments: ShellAssignment[] = [];
    for (const part of node.prefix) if (part.type === 'Assignment') assignments.push(this.assignment(part));
    const redirections = node.redirects.map((redirect) => this.redirection(redirect));
    const args: Argument[] = [];
    if (node.name) this.addFields(node.name, args);
    const name = args.shift();
    for (const arg of node.args) this.addFields(arg.type === 'Word' ? arg : wordOf(arg), args);
    this.command(name, args, assignments, redirections, this.through, place, node);
    if (this.maySubstitute) this.substitutions(node, place);
    if (node.redirects.length > 0) this.scriptInHeredoc(node, name, args, place);
  }

  private word(node: WordNode): ShellWord {
    return new ShellWord(node, this.source, this.variables);
  }

  /** Adds the words that the shell makes of one. */
  private addFields(node: WordNode, args: Argument[]): void {
    const word = this.word(node);
    for (const { value, known } of word.fields) args.push(new Argument(word, value, known !== undefined));
  }

  private assignment(node: Assignment): ShellAssignment {
    return {
      name: node.name,
      value: node.value.type === 'Word' ? this.word(node.value) : undefined,
      span: this.source.spanOf(node.pos, node.end),
    };
  }

  private redirection(node: RedirectionNode): Redirection {
    const descriptor = node.descriptor?.type === 'FileDescriptor' ? node.descriptor.value : undefined;
    return {
      operator: node.operator,
      descriptor,
      target: node.type !== 'HereDoc' && node.target ? this.word(node.target) : undefined,
      body: node.type === 'HereDoc' ? node.body.text : undefined,
      isLiteral: node.type === 'HereDoc' && node.delimiter?.quoted === true,
      span: this.source.spanOf(node.pos, node.end),
    };
  }

  /** Adds a command, and behind it the one that it runs. */
  command(
    nameArgument: Argument | undefined,
    args: readonly Argument[],
    assignments: readonly ShellAssignment[],
    redirections: readonly Redirection[],
    through: readonly Command[],
    place: Place,
    node?: SimpleCommand,
  ): void {
    const { before, after, inside, negated, pipeline, stage, options } = place;
    const span =
      node && through === this.through
        ? this.source.spanOf(node.pos, node.end)
        : spanOver([...(nameArgument ? [nameArgument] : []), ...args].map((argument) => argument.span));
    const command = new Command(
      this.walk.owner,
      { nameArgument, args, assignments, redirections, wrappers: through, span },
      { before, after, inside, negated, pipeline, stage, options: options.current },
      this.walk.commands.length,
    );
    this.walk.commands.push(command);
    if (command.name === 'set')
      options.current = withOptions(
        options.current,
        args.map((arg) => arg.value),
      );
    this.wrapped(command, place);
  }

  private wrapped(command: Command, place: Place): void {
    const { name } = command;
    if (name === undefined || command.wrappers.length >= maxDepth) return;
    const isShell = isPosix(shellKindOf(name)) && name !== 'busybox';
    const wrapper = wrapperOf(name);
    if (!isShell && !wrapper) return;
    const through = [...command.wrappers, command];
    if (isShell) this.shellCommand(command, through, place);
    if (!wrapper || wrapper.unless?.some((flag) => command.args[0]?.value === flag)) return;
    if (wrapper.isScript)
      this.scriptIn(
        command.args.length === 1 ? command.args[0] : undefined,
        through,
        place,
        place.options.current,
      );
    else if (wrapper.scriptFlags)
      this.scriptIn(command.flagValue(...wrapper.scriptFlags), through, place, noOptions);
    else {
      const inner = innerOf(command, wrapper);
      const [first, ...rest] = inner.args;
      if (first) this.command(first, rest, inner.assignments, command.redirections, through, place);
    }
  }

  /** `sh -c 'script'`, with the shell's own options: `bash -euo pipefail -c '…'`. */
  private shellCommand(command: Command, through: readonly Command[], place: Place): void {
    const at = command.args.findIndex(({ value }) => /^-(?=[abd-zA-Z]*c)[a-zA-Z]+$/.test(value));
    const flags = command.args.map(({ value }) => value);
    // In `-eo pipefail -c` the script is the first word that is no flag and no flag's value.
    if (
      at < 0 ||
      flags.slice(0, at).some((value, index) => !/^[-+]/.test(value) && !/o$/.test(flags[index - 1] ?? ''))
    )
      return;
    const takesName = /o/.test(flags[at] ?? '') ? 1 : 0;
    const options = withOptions(noOptions, flags.slice(0, at + 1 + takesName));
    this.scriptIn(command.args[at + 1 + takesName], through, place, options);
  }

  private scriptIn(
    argument: Argument | undefined,
    through: readonly Command[],
    place: Place,
    options: ShellOptions,
  ): void {
    const text = argument?.word.scriptText;
    if (text) this.inner(text, through, place, options);
  }

  private inner(text: MappedText, through: readonly Command[], place: Place, options: ShellOptions): void {
    if (through.length > maxDepth) return;
    const tree = parse(text.text);
    const own = assignedIn(tree);
    const assigned = new Map([
      ...[...this.variables.assigned.keys()].map((name) => [name, 2] as const),
      ...own,
    ]);
    const constants = constantsIn(tree, own);
    new Walker(this.walk, text, { ...this.variables, assigned, constants }, through).script(tree, {
      ...place,
      inside: [...place.inside, 'shell'],
      options: { current: options },
    });
  }

  /** `bash <<EOF`: the heredoc is the script. */
  private scriptInHeredoc(
    node: SimpleCommand,
    name: Argument | undefined,
    args: readonly Argument[],
    place: Place,
  ): void {
    const through = this.walk.commands.findLast((command) => command.nameWord === name?.word);
    if (!through || !isPosix(shellKindOf(through.name ?? ''))) return;
    if (args.some((argument) => !argument.isFlag && argument.value !== 'pipefail' && argument.value !== '-'))
      return;
    for (const redirect of node.redirects) {
      if (redirect.type !== 'HereDoc') continue;
      const text = this.source.slice(redirect.body.pos, redirect.body.end);
      this.inner(
        text,
        [...through.wrappers, through],
        place,
        withOptions(
          noOptions,
          args.map((arg) => arg.value),
        ),
      );
    }
  }

  /** Commands in `$(…)`, backticks and `<(…)` below a node. */
  private substitutions(node: SyntaxNode, place: Place, depth = 0): void {
    if (depth > 100 || isPlain(node)) return;
    if (node.type === 'CommandExpansion' || node.type === 'ProcessSubstitution') {
      if (node.script) this.substituted(node.script, node, place);
      return;
    }
    forEachChild(node, (child) => this.substitutions(child, place, depth + 1));
  }

  private substituted(script: ParsedScript, node: { pos: number; end: number }, place: Place): void {
    if (place.inside.length > 50) return;
    // In backticks with escapes the places are those of a text of its own.
    const source =
      script.source === undefined
        ? this.source
        : MappedText.standingFor(script.source, this.source.spanOf(node.pos, node.end));
    new Walker(this.walk, source, this.variables, this.through).script(script, {
      ...place,
      before: undefined,
      after: undefined,
      pipeline: undefined,
      stage: 0,
      inside: [...place.inside, 'substitution'],
      options: copyOf(place.options),
    });
  }
}

/** An assignment among the arguments (`export A=1`, `env A=1`) as the word that it is. */
const wordOf = (node: Assignment): WordNode => ({
  type: 'Word',
  text: node.text,
  value:
    node.value.type === 'Word'
      ? node.text.slice(0, node.text.length - node.value.text.length) + node.value.value
      : node.text,
  pos: node.pos,
  end: node.end,
  ...(node.value.type === 'Word' && node.value.parts
    ? { parts: [prefixOf(node, node.value.pos), ...node.value.parts] }
    : {}),
});

function prefixOf(
  node: Assignment,
  end: number,
): { type: 'Literal'; pos: number; end: number; text: string; value: string } {
  const text = node.text.slice(0, end - node.pos);
  return { type: 'Literal', pos: node.pos, end, text, value: text };
}

/** The command among a wrapper's arguments. */
function innerOf(
  command: Command,
  wrapper: Wrapper,
): { args: readonly Argument[]; assignments: readonly ShellAssignment[] } {
  const { args } = command;
  if (wrapper.after) return { args: betweenFlagAndEnd(args, wrapper.after), assignments: [] };
  const assignments: ShellAssignment[] = [];
  let operands = wrapper.operands ?? 0;
  let at = 0;
  for (; at < args.length; at += 1) {
    const argument = args[at];
    if (!argument) break;
    const { value } = argument;
    if (value === '--') {
      at += 1;
      break;
    }
    const set = wrapper.assignments ? /^([A-Za-z_]\w*)=/.exec(value) : null;
    if (argument.isFlag) {
      if (wrapper.valueFlags?.includes(value)) at += 1;
    } else if (set) assignments.push({ name: set[1] ?? '', value: argument.word, span: argument.span });
    else if (operands > 0) operands -= 1;
    else break;
  }
  return { args: args.slice(at), assignments };
}

function betweenFlagAndEnd(args: readonly Argument[], flags: readonly string[]): readonly Argument[] {
  const start = args.findIndex(({ value }) => flags.includes(value));
  if (start < 0) return [];
  const end = args.findIndex(({ value }, index) => index > start && (value === ';' || value === '+'));
  return args.slice(start + 1, end < 0 ? args.length : end);
}

/** A line with its heredocs behind it, as the shell gets it. */
export function withHeredocs(line: MappedText, heredocs: readonly Heredoc[]): MappedText {
  const parts = heredocs.flatMap(({ body, name, terminator, word }) => [
    MappedText.standingFor('\n', body.slice(0, 0).span),
    withoutCarriageReturns(body),
    MappedText.standingFor(name, terminator ?? word.span),
  ]);
  return MappedText.join([line, ...parts]);
}

/** Files with CRLF are meant as files with LF. */
function withoutCarriageReturns(text: MappedText): MappedText {
  if (!text.text.includes('\r')) return text;
  const pieces = [...text.text.matchAll(/[^\r]+|\r(?!\n)/g)].map((match) =>
    text.slice(match.index, match.index + match[0].length),
  );
  return MappedText.join(pieces);
}
