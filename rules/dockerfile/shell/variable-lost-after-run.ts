import { say } from '../../message';
import { dockerDocs } from '../../references';
import { replaceInstruction } from '../model/edit';
import type { RunInstruction } from '../model/instructions/command-line';
import { dockerfileRule } from '../model/rule';
import type { Command } from '../model/shell/command';

export default dockerfileRule({
  id: 'variable-lost-after-run',
  topic: 'C10',
  severity: 'warning',
  profile: 'recommended',
  title: '`export` in a RUN of its own has no effect',
  why: 'Each RUN is a shell of its own. Its variables are gone when it ends: the next RUN and the container do not see them.',
  remedy: 'Write `ENV NAME=value`, or set the variable in the RUN that needs it.',
  aliases: [],
  references: [dockerDocs('reference/dockerfile/#env', 'ENV')],
  fix: 'review',
  inOnbuild: true,

  programs: ['export'],
  run(run, { report }) {
    if (run.form === 'exec' || !run.script || run.script.errors.length > 0) return;
    const exports = run.commands.filter(({ name }) => name === 'export');
    const first = exports[0];
    if (!first || !run.commands.every(setsOnly)) return;
    report(
      first,
      say`No other instruction sees this variable: it is gone with the shell of this RUN. Write ENV.`,
      {
        fix: environmentFor(run, first),
      },
    );
  },
});

/** A substitution runs something, which may be what the RUN is for. */
const setsOnly = (command: Command): boolean =>
  (/^(?:export|set|true|:)$/.test(command.name ?? 'set') && command.redirections.length === 0) ||
  command.isInside('substitution');

const plain = /^[A-Za-z_]\w*=(?:[^\s"'`\\;&|<>()*?]*|"[^"`\\]*")$/;

function environmentFor(run: RunInstruction, command: Command) {
  const texts = [...new Set(command.args.map(({ word }) => word))].map((word) => word.text);
  const isPlain = texts.length > 0 && texts.every((text) => plain.test(text) && !/\$\(/.test(text));
  if (run.commands.length > 1 || !isPlain || run.flags.length > 0 || run.form !== 'shell') return undefined;
  return { title: say`Write ENV`, edits: [replaceInstruction(run, `ENV ${texts.join(' ')}`)] as const };
}
