import { type Message, say } from '../../message';
import { cwe } from '../../references';
import { dockerfileRule } from '../model/rule';
import type { Command } from '../model/shell/command';
import { isDownloader, isInterpreter, readsProgram } from './model/downloads';
import { saidInPowerShell } from './model/powershell';

export default dockerfileRule({
  id: 'download-piped-to-shell',
  topic: 'C5',
  severity: 'warning',
  profile: 'recommended',
  title: 'A download is run without being looked at',
  why: 'The build runs whatever the server sends at that moment, as root most often. Nobody sees when it changes, and a connection that breaks off leaves half of a script run.',
  remedy:
    'Download to a file, compare it with a checksum that you have written down (`sha256sum -c`), then run it. Better still, install a package of a pinned version, or copy from a pinned image.',
  aliases: [],
  references: [cwe(494)],
  inOnbuild: true,

  run(run, { report }) {
    for (const command of run.commands)
      if (runsPipe(command) || runsSubstitution(command))
        report(command.nameSpan, messageFor(command.name ?? ''));
    for (const place of saidInPowerShell(run, /\b(?:iex|Invoke-Expression)\b/i, downloading))
      report(place, messageFor('Invoke-Expression'));
  },
});

const messageFor = (name: string): Message =>
  say`\`${name}\` runs whatever the server sends. Download to a file, compare it with a checksum, then run it.`;

/** Commands of PowerShell that fetch a text. */
const downloading = /DownloadString|\b(?:iwr|irm|Invoke-WebRequest|Invoke-RestMethod|curl|wget)\b/i;

/** `curl … | sh`, also with programs in between. */
function runsPipe(command: Command): boolean {
  const { pipeline, stage } = command.position;
  if (!pipeline || stage === 0 || !readsProgram(command)) return false;
  // In between may stand what unpacks, never what verifies.
  const between = pipeline.stages.slice(1, stage).flat();
  if (between.some(({ name }) => /sum$|^gpg/.test(name ?? ''))) return false;
  return pipeline.stages.slice(0, stage).flat().some(isDownloader);
}

/** `bash <(curl …)`, `sh -c "$(curl …)"`, `eval "$(curl …)"`, `. <(curl …)`. */
function runsSubstitution(command: Command): boolean {
  const { name, args } = command;
  const takes = (kind: 'process' | 'command') =>
    args.some(({ word }) =>
      word.expansions.some(
        (one) => one.kind === kind && /\b(?:curl|wget)\s[^|]{0,1000}?(?:https?:|\$)/.test(one.text),
      ),
    );
  if (name === 'source' || name === '.') return takes('process');
  if (name === 'eval') return takes('command');
  if (!isInterpreter(command)) return false;
  const isCommand = args.some(({ value }) => /^-[a-z]*[ce]$/.test(value));
  const first = args[0]?.word;
  return takes('process') || (isCommand && takes('command') && first !== undefined);
}
