import { say } from '../../../message';
import type { MappedText } from '../mapped-text';
import { heredocIn, type RawInstruction } from '../reader';
import type { Command } from '../shell/command';
import { readExecForm, readScript, type Script, withHeredocs } from '../shell/script';
import { isPosix, noOptions, type Shell, shellKindOf, shellOf, withOptions } from '../shell/shell';
import { type JsonString, space } from '../split';
import { Word } from '../word';
import { execWords, type Form, InstructionBase, jsonWord, type Site } from './base';
import { type Mount, mountsOf } from './mount';

/** An instruction that says what to run: in exec form, by a shell, or as a heredoc. */
abstract class CommandLine extends InstructionBase {
  readonly form: Form;
  /** The words of the exec form; none in shell form. */
  readonly words: readonly Word[];
  /** What is run: the text of the shell form, or the array. */
  readonly text: MappedText;
  private readonly json: readonly JsonString[] | undefined;
  #script: { readonly value: Script | undefined } | undefined;
  #commands: readonly Command[] | undefined;

  protected constructor(raw: RawInstruction, site: Site, text: MappedText) {
    super(raw, site);
    this.text = text;
    this.json = execWords({ rest: text }, () =>
      this.problem(text.span, say`The JSON array of ${this.title} may hold strings only.`),
    );
    this.words = this.json?.map((string) => jsonWord(string)) ?? [];
    this.form = this.json ? 'exec' : this.isHeredoc ? 'heredoc' : 'shell';
  }

  /** The script that a shell runs; undefined in exec form and where the shell is none that can be read. */
  get script(): Script | undefined {
    this.#script ??= { value: this.form === 'exec' ? undefined : this.readScript() };
    return this.#script.value;
  }

  /** The programs that it runs. */
  get commands(): readonly Command[] {
    this.#commands ??= this.json
      ? readExecForm(
          this,
          this.json.map((string) => string.text),
        )
      : (this.script?.commands ?? []);
    return this.#commands;
  }

  private get isHeredoc(): boolean {
    return this.heredocs.length === 1 && heredocIn(this.text.text) !== undefined;
  }

  private readScript(): Script | undefined {
    const interpreter = this.interpreter;
    if (!isPosix(interpreter.kind)) return undefined;
    return readScript(this, this.scriptText, optionsOf(interpreter));
  }

  /** The shell, or what the first line of a heredoc names. */
  get interpreter(): Shell {
    const first =
      this.form === 'heredoc' ? /^#![ \t]*([^\n]*)/.exec(this.heredocs[0]?.content.text ?? '') : null;
    if (!first) return this.shell;
    const words = (first[1] ?? '').trim().split(/\s+/);
    const program = words.find((word) => !/(?:^|\/)env$/.test(word) && !word.startsWith('-')) ?? '';
    return { kind: shellKindOf(program), words, instruction: undefined };
  }

  private get scriptText(): MappedText {
    if (this.form === 'heredoc') return this.heredocs[0]?.content ?? this.text;
    return this.heredocs.length === 0 ? this.text : withHeredocs(this.text, this.heredocs);
  }
}

/** The options that a shell is started with: `/bin/bash -o pipefail -c`. */
const optionsOf = (shell: Shell): typeof noOptions => {
  const first = shell.words.findIndex((word) => /^[-+]/.test(word));
  return first < 0 ? noOptions : withOptions(noOptions, shell.words.slice(first));
};

export class RunInstruction extends CommandLine {
  readonly kind = 'run';
  readonly mounts: readonly Mount[];

  constructor(raw: RawInstruction, site: Site) {
    super(raw, site, raw.rest);
    this.mounts = mountsOf(this.flags, (span, message) => this.problem(span, message));
  }

  /** `none`, `host` or `default`. */
  get network(): Word | undefined {
    return this.flag('network')?.value;
  }

  /** `insecure` or `sandbox`. */
  get security(): Word | undefined {
    return this.flag('security')?.value;
  }
}

export class CmdInstruction extends CommandLine {
  readonly kind = 'cmd';

  constructor(raw: RawInstruction, site: Site) {
    super(raw, site, raw.rest);
  }
}

export class EntrypointInstruction extends CommandLine {
  readonly kind = 'entrypoint';

  constructor(raw: RawInstruction, site: Site) {
    super(raw, site, raw.rest);
  }
}

export class HealthcheckInstruction extends CommandLine {
  readonly kind = 'healthcheck';
  /** `CMD` or `NONE`. */
  readonly type: Word | undefined;

  constructor(raw: RawInstruction, site: Site) {
    const end = raw.rest.text.search(space);
    const type = end < 0 ? raw.rest : raw.rest.slice(0, end);
    super(raw, site, raw.rest.slice(type.length).trim());
    this.type = type.length === 0 ? undefined : new Word(type);
    this.check();
  }

  /** True for `HEALTHCHECK NONE`, which switches off what the base image has. */
  get isNone(): boolean {
    return this.type?.value.toUpperCase() === 'NONE';
  }

  private check(): void {
    const type = this.type?.value.toUpperCase();
    if (!this.type) this.problem(this.keyword.span, say`HEALTHCHECK needs \`CMD\` or \`NONE\`.`);
    else if (type === 'NONE') {
      if (this.text.length > 0) this.problem(this.text.span, say`HEALTHCHECK NONE takes no arguments.`);
    } else if (type !== 'CMD')
      this.problem(
        this.type.span,
        say`HEALTHCHECK needs \`CMD\` or \`NONE\` here, not \`${this.type.value}\`.`,
      );
    else if (this.text.length === 0 || (this.form === 'exec' && this.words.length === 0))
      this.problem(this.type.span, say`HEALTHCHECK CMD needs a command.`);
  }
}

export class ShellInstruction extends InstructionBase {
  readonly kind = 'shell';
  readonly words: readonly Word[];

  constructor(raw: RawInstruction, site: Site) {
    super(raw, site);
    const json = execWords(this, () =>
      this.problem(this.rest.span, say`The JSON array of SHELL may hold strings only.`),
    );
    this.words = json?.map((string) => jsonWord(string)) ?? [];
    if (this.rest.length === 0) this.problem(this.keyword.span, say`SHELL needs a JSON array of words.`);
    else if (!json)
      this.problem(this.rest.span, say`SHELL needs a JSON array: \`SHELL ["/bin/bash", "-c"]\`.`);
    else if (json.length === 0) this.problem(this.rest.span, say`SHELL needs at least one word.`);
  }

  /** What it makes the shell; undefined where it is not valid. */
  get value(): Shell | undefined {
    return this.words.length === 0
      ? undefined
      : shellOf(
          this.words.map((word) => word.value),
          this,
        );
  }
}
