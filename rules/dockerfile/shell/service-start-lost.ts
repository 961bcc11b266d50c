import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import type { Command } from '../model/shell/command';

export default dockerfileRule({
  id: 'service-start-lost',
  topic: 'C10',
  severity: 'warning',
  profile: 'recommended',
  title: 'Service that a build starts does not run in the container',
  why: 'A RUN ends with all of its processes, and an image holds files only: a service that is started while building is gone. `systemctl` has no systemd to talk to in a build.',
  remedy: 'Start the service by CMD or ENTRYPOINT, one for a container.',
  aliases: [],
  references: [
    dockerDocs('engine/containers/multi-service_container/', 'Run multiple processes in a container'),
  ],
  inOnbuild: true,

  run(run, { report }) {
    for (const command of run.commands) {
      const service = startOf(command);
      if (service === undefined || command.isInside('condition', 'function') || isUsed(command, run.commands))
        continue;
      report(
        command,
        say`\`${service}\` is gone when this RUN ends: an image holds no processes. Start it by CMD or ENTRYPOINT.`,
      );
    }
  },
});

/** The service that a command starts. */
function startOf(command: Command): string | undefined {
  const [first, second] = command.positionals().map(({ value }) => value);
  const path = command.nameWord?.value ?? '';
  if (path.startsWith('/etc/init.d/')) return isStart(first) ? command.name : undefined;
  if (command.name === 'service' || command.name === 'rc-service' || command.name === 'invoke-rc.d')
    return isStart(second) ? first : undefined;
  return command.name === 'systemctl' && isStart(first) && !command.hasFlag('--root')
    ? (second ?? 'systemd')
    : undefined;
}

const isStart = (word: string | undefined): boolean => word === 'start' || word === 'restart';

/** What comes behind it in the same RUN may need it, if it is more than a wait or another start. */
const isUsed = (command: Command, all: readonly Command[]): boolean =>
  command.name !== 'systemctl' &&
  all.some(
    (other) =>
      other.order > command.order &&
      startOf(other) === undefined &&
      !/^(?:sleep|true|:|echo|exit|rm)$/.test(other.name ?? ''),
  );
