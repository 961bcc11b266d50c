import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import type { Command } from '../model/shell/command';
import { isHiddenByPipe } from '../model/shell/failure';
import { setPipefail } from './model/pipefail';

export default dockerfileRule({
  id: 'download-failure-hidden',
  topic: 'C10',
  severity: 'warning',
  profile: 'recommended',
  title: 'Failed download goes unnoticed',
  why: 'A pipe has the exit status of its last program alone. Where the download breaks off, the program behind it reads what came so far, is content, and the build makes an image that lacks something.',
  remedy: 'Set `pipefail`, or download to a file and use it in the next command.',
  aliases: [],
  references: [dockerDocs('build/building/best-practices/#using-pipes', 'Building best practices, pipes')],
  fix: 'review',
  inOnbuild: true,

  programs: ['curl', 'wget'],
  run(run, { report }) {
    for (const command of run.commands) {
      if (command.name !== 'curl' && command.name !== 'wget') continue;
      if (
        !isHiddenByPipe(command) ||
        command.isInside('condition', 'substitution') ||
        command.position.negated
      )
        continue;
      const last = programOf(command.position.pipeline?.stages.at(-1) ?? []);
      if (!last?.name || !isContentWithNothing(last)) continue;
      report(
        command.nameSpan,
        say`Where \`${command.name}\` fails, \`${last.name}\` takes what came and the build goes on. Set \`pipefail\`.`,
        { fix: setPipefail(run) },
      );
    }
  },
});

/** The program that reads, behind `sudo` and the like. */
const programOf = (stage: readonly Command[]): Command | undefined =>
  stage.find(({ name }) => !/^(?:sudo|doas|env|exec|nohup|busybox|time|nice)$/.test(name ?? ''));

const contentWithNothing: ReadonlySet<string> = new Set(
  'tee cat sed awk cut tr head tail sort uniq jq psql mysql base64 envsubst dd'.split(' '),
);

/** Unpackers and checks of keys fail by themselves where the data is not whole; of shells another rule speaks. */
const isContentWithNothing = ({ name }: Command): boolean =>
  name !== undefined && contentWithNothing.has(name);
