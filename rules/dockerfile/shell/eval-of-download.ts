import { say } from '../../message';
import { cwe } from '../../references';
import { dockerfileRule } from '../model/rule';
import type { Command } from '../model/shell/command';
import type { ShellWord } from '../model/shell/word';

export default dockerfileRule({
  id: 'eval-of-download',
  topic: 'C5',
  severity: 'error',
  profile: 'recommended',
  title: 'Text from the network is run as a script',
  why: 'Whoever controls the server, or its name, runs what they want in the build and in the image. Nothing pins or checks the text, and it may be another one tomorrow.',
  remedy: 'Download the script to a file, check it against a known `sha256sum`, then run it.',
  aliases: [],
  references: [cwe(494)],
  inOnbuild: true,

  command(command, { report }) {
    const script = scriptOf(command);
    const download = script?.expansions.find(
      ({ kind, text }) =>
        (kind === 'command' || kind === 'process') && /^(?:\$\(|`|<\()\s*(?:curl|wget)\s/.test(text),
    );
    if (download)
      report(
        download,
        say`\`${command.name ?? ''}\` runs whatever the server sends. Download it to a file and check its \`sha256sum\` first.`,
      );
  },
});

const interpreters = /^(?:ba|da|a|z|k)?sh$|^(?:python|ruby|perl|node|php)[\d.]*$/;

/** The word that a command runs as a script. */
function scriptOf(command: Command): ShellWord | undefined {
  const name = command.name ?? '';
  if (name === 'eval' || name === 'source' || name === '.') return command.args[0]?.word;
  if (!interpreters.test(name)) return undefined;
  return (command.flagValue('-c', '-e') ?? command.positionals()[0])?.word;
}
