import type { Cursor } from '../../yaml/cursor';
import type { Container } from './container';

type ProbeName = 'livenessProbe' | 'readinessProbe' | 'startupProbe';

/** The port that a probe knocks at, by number or name; absent for probes that run a command. */
export function probePort(container: Container, name: ProbeName): Cursor | undefined {
  const probe = container.cursor.at(name) as Cursor;
  return ['httpGet', 'tcpSocket', 'grpc']
    .map((kind) => probe.get(kind).get('port'))
    .find((port) => port.exists);
}

/** True where the container says that it listens at the port. */
export const exposes = (container: Container, port: string): boolean =>
  container.cursor
    .at('ports')
    .items.some((item) => item.at('name').text === port || item.at('containerPort').text === port);
