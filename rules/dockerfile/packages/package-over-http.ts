import { say } from '../../message';
import { cwe } from '../../references';
import { type Span, spanOf } from '../../text';
import { isNearHost } from '../downloads/model/downloads';
import { replaceWord } from '../model/edit';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'package-over-http',
  topic: 'C5',
  severity: 'warning',
  profile: 'recommended',
  title: 'Packages come over http',
  why: 'Package managers of languages check no signature: over http, any machine between the build and the index may send packages of its own, whose code runs as soon as they are installed.',
  remedy: 'Use the https address of the index.',
  aliases: [],
  references: [cwe(319)],
  fix: 'review',
  inOnbuild: true,

  command(command, { report, dockerfile }) {
    if (!programs.test(command.name ?? '')) return;
    command.args.forEach((argument, index) => {
      const before = command.args[index - 1]?.value ?? '';
      const match = /^(?:[\w-]+=|.* @ )?(?:\w+\+)?(http:\/\/.*)$/i.exec(argument.value);
      if (!match || isNearHost(match[1] ?? '') || /proxy|trusted|homepage/i.test(before + argument.value))
        return;
      const place = httpIn(dockerfile.text, argument.span);
      report(
        argument,
        say`\`${command.name ?? ''}\` checks no signature, and any machine on the way may change what comes over http. Use https.`,
        {
          fix: place && { title: say`Use https`, edits: [replaceWord(place, 'https://')] },
        },
      );
    });
  },
});

const programs =
  /^(?:pip[\d.]*|pipx|uv|npm|npx|yarn|pnpm|gem|bundle|conda|mamba|micromamba|composer|cargo|go|luarocks|cpanm?|rpm|yum|dnf|microdnf|tdnf|easy_install|poetry|bower)$/;

function httpIn(text: string, { start, end }: Span): Span | undefined {
  const at = text.slice(start, end).indexOf('http://');
  return at < 0 ? undefined : spanOf(start + at, start + at + 'http://'.length);
}
