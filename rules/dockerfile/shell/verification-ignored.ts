import { type Message, say } from '../../message';
import { cwe } from '../../references';
import { dockerfileRule } from '../model/rule';
import type { Command } from '../model/shell/command';
import { asksForStatus, isFollowedAnyway, isForgiven, isHiddenByPipe } from '../model/shell/failure';

export default dockerfileRule({
  id: 'verification-ignored',
  topic: 'C5',
  severity: 'error',
  profile: 'recommended',
  title: 'Failed check of a download is ignored',
  why: 'The check is there to stop a build whose download was changed on its way or on its server. Here the build goes on and installs it.',
  remedy: 'Let the RUN fail: join by `&&`, or begin with `set -e`, and take `|| true` away.',
  aliases: [],
  references: [cwe(354), cwe(252)],
  inOnbuild: true,

  run(run, { report }) {
    for (const command of run.commands) {
      const check = checkOf(command);
      if (check === undefined || command.isInside('condition')) continue;
      const message = escapeOf(check, command, run.commands);
      if (message) report(command.nameSpan, message);
    }
  },
});

/** How the check is called where a command is one. */
function checkOf(command: Command): string | undefined {
  const name = command.name ?? '';
  if (/^(?:(?:sha\d+|md5|b2)sum|shasum)$/.test(name))
    return command.hasFlag('-c', '--check') ? `${name} -c` : undefined;
  if (/^gpg2?$/.test(name))
    return command.hasFlag('--verify', '--verify-files') ? `${name} --verify` : undefined;
  if (name === 'gpgv' || name === 'gpgv2') return name;
  if (name === 'cosign')
    return /^verify/.test(command.positionals()[0]?.value ?? '') ? 'cosign verify' : undefined;
  if (name === 'minisign') return command.hasFlag('-V') ? 'minisign -V' : undefined;
  if (name === 'rpm') return command.hasFlag('-K', '--checksig') ? 'rpm --checksig' : undefined;
  if (name === 'openssl')
    return command.args.some(({ value }) => value === '-verify') ? 'openssl -verify' : undefined;
  return undefined;
}

/** How the build goes on where the check fails. */
function escapeOf(check: string, command: Command, all: readonly Command[]): Message | undefined {
  if (isForgiven(command, all))
    return say`The build goes on where \`${check}\` fails: what stands behind \`||\` forgives it. Let the RUN fail there.`;
  if (asksForStatus(command, all)) return undefined;
  const reader = (command.wrappers[0] ?? command).pipesInto[0]?.name ?? '';
  if (isHiddenByPipe(command))
    return /^(?:tee|cat|head|tail|sed|awk)$/.test(reader)
      ? say`The build goes on where \`${check}\` fails: the pipe into \`${reader}\` hides it. Set \`pipefail\`, or take the pipe away.`
      : undefined;
  return isFollowedAnyway(command)
    ? say`The build goes on where \`${check}\` fails: the next command runs all the same. Join them by \`&&\`, or begin with \`set -e\`.`
    : undefined;
}
