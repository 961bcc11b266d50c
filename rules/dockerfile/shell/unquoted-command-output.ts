import { say } from '../../message';
import { shellCheck } from '../../references';
import { replaceWord } from '../model/edit';
import { RunInstruction } from '../model/instructions/command-line';
import { dockerfileRule } from '../model/rule';
import type { Command } from '../model/shell/command';
import type { Expansion } from '../model/shell/word';

export default dockerfileRule({
  id: 'unquoted-command-output',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'Output of a command without quotes may become several words',
  why: 'The shell splits the output at white space and takes `*` in it for file names. No output is no argument at all.',
  remedy:
    'Put it in double quotes: `"$(pwd)"`. Leave it as it is where several words are meant, and say so in a comment.',
  aliases: [],
  alsoKnownAs: ['SC2046'],
  references: [shellCheck('SC2046')],
  fix: 'review',
  inOnbuild: true,

  command(command, { report }) {
    if (command.wrappers.length > 0 || !command.hasExpansions) return;
    for (const word of new Set(command.args.map((argument) => argument.word))) {
      if (/^(?:export|local|declare|typeset|readonly)$/.test(command.name ?? '')) continue;
      for (const output of word.expansions.filter(splits))
        report(
          output,
          say`The shell splits this output at white space and fills in its wildcards. Put it in double quotes.`,
          isWhole(output) && isOnOneLine(output, command)
            ? {
                fix: {
                  title: say`Put it in double quotes`,
                  edits: [replaceWord(output, `"${output.text}"`)],
                },
              }
            : {},
        );
    }
  },
});

/** Lists are made to be split. */
const splits = ({ kind, quoted, text }: Expansion): boolean =>
  kind === 'command' && !quoted && !/^(?:\$\(|`)\s*(?:seq|pgrep)\b/.test(text);

/** Quotes change more than the output where it is still being typed, opens a heredoc, or has backticks around quotes. */
const isWhole = ({ text }: Expansion): boolean =>
  /^(?:\$\([\s\S]*\)|`[^`"]*`)$/.test(text) && !text.includes('<<');

/** A quote that is closed in a heredoc hides from Docker that the line opens one. */
const isOnOneLine = ({ text }: Expansion, { owner }: Command): boolean =>
  !text.includes('\n') || (owner instanceof RunInstruction && owner.form === 'heredoc');
