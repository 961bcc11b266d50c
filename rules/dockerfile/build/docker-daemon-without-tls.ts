import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import type { Command } from '../model/shell/command';

export default dockerfileRule({
  id: 'docker-daemon-without-tls',
  topic: 'A1',
  severity: 'error',
  profile: 'essential',
  title: 'Docker daemon listens on TCP without checking who asks',
  why: 'Whoever reaches the port starts privileged containers and is root on the host. `--tls` alone checks no client; only `--tlsverify` does.',
  remedy:
    'Listen on a Unix socket, or add `--tlsverify` with `--tlscacert`, `--tlscert` and `--tlskey`, and use port 2376.',
  aliases: [],
  references: [dockerDocs('engine/security/protect-access/', 'Protect the Docker daemon socket')],
  inOnbuild: true,

  programs: ['dockerd', 'dockerd-entrypoint.sh', 'docker'],
  commandLine(instruction, { report }) {
    for (const command of instruction.commands) {
      if (!isDaemon(command) || command.hasFlag('--tlsverify') || command.hasHiddenArguments) continue;
      for (const address of openAddresses(command))
        report(
          address,
          say`The Docker daemon listens on ${address.value} and asks nobody who they are. Add \`--tlsverify\` with certificates, or use a Unix socket.`,
        );
    }
  },
});

const isDaemon = ({ name, args }: Command): boolean =>
  name === 'dockerd' ||
  name === 'dockerd-entrypoint.sh' ||
  (name === 'docker' && /^(?:daemon|-d)$/.test(args[0]?.value ?? ''));

/** Addresses of TCP that others than the machine itself reach. */
const openAddresses = (command: Command) =>
  command.args.filter(({ value }) => {
    const address = /^(?:(?:-H|--host)=?)?(tcp:\/\/.*)$/.exec(value)?.[1];
    return address !== undefined && !/^tcp:\/\/(?:localhost|127\.[\d.]+|\[::1\])(?::|$)/.test(address);
  });
