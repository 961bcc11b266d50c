import type { ExposedPort } from '../../model/instructions/simple';

/** True where a TCP port is the one that is exposed, or lies in the range. */
export const exposes = ({ first, last, protocol }: ExposedPort, port: number): boolean =>
  protocol === 'tcp' && first !== undefined && last !== undefined && first <= port && port <= last;
