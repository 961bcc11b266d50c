import { type Message, say } from '../../message';
import { cwe } from '../../references';
import { type Span, spanOf } from '../../text';
import { type DockerfileEdit, replaceWord } from '../model/edit';
import { dockerfileRule } from '../model/rule';
import type { Argument, Command } from '../model/shell/command';
import { downloadOf, isNearHost, keepsNothing, verifies } from './model/downloads';

export default dockerfileRule({
  id: 'download-over-http',
  topic: 'C5',
  severity: 'warning',
  profile: 'recommended',
  title: 'A download comes over http',
  why: 'Nothing says who sent the file or whether it was changed on the way: any machine between the build and the server may put in its own. The image then holds and runs that.',
  remedy:
    'Use https. If the server has none, compare the file with a checksum that you have written down (`sha256sum -c`, `ADD --checksum=`), in the same RUN.',
  aliases: [],
  references: [cwe(319), cwe(494)],
  fix: 'review',
  inOnbuild: true,

  programs: ['curl', 'wget', 'git'],
  run(run, { report, dockerfile }) {
    if (verifies(run)) return;
    for (const command of run.commands) {
      const download = downloadOf(command);
      const addresses = download ? (keepsNothing(download) ? [] : download.addresses) : clonesOf(command);
      for (const address of addresses.filter(({ value }) => isOpen(value)))
        report(
          address,
          say`Any machine on the way may change what comes over http. Use https, or compare it with a checksum in the same RUN.`,
          { fix: fixOf(dockerfile.text, address.span) },
        );
    }
  },

  add(add, { report, dockerfile }) {
    if (add.checksum) return;
    for (const source of add.sources)
      if (isOpen(source.value))
        report(
          source,
          say`Any machine on the way may change what comes over http. Use https, or give \`--checksum=\`.`,
          { fix: fixOf(dockerfile.text, source.span) },
        );
  },
});

const isOpen = (value: string): boolean => /^http:\/\//i.test(value) && !isNearHost(value);

/** `git clone http://…` */
const clonesOf = ({ name, args }: Command): readonly Argument[] =>
  name === 'git' && args.some(({ value }) => /^(?:clone|fetch|pull|submodule)$/.test(value)) ? args : [];

function fixOf(text: string, { start, end }: Span): { title: Message; edits: [DockerfileEdit] } | undefined {
  const at = text.slice(start, end).indexOf('http://');
  if (at < 0) return undefined;
  const place = spanOf(start + at, start + at + 'http://'.length);
  return { title: say`Use https`, edits: [replaceWord(place, 'https://')] };
}
