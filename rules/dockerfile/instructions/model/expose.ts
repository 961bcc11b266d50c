import type { ExposedPort, InstructionTypes } from '../../model/instructions';

/** A port of EXPOSE as it is written: `127.0.0.1:8080:80/tcp`. */
export interface WrittenPort {
  readonly port: ExposedPort;
  readonly text: string;
  /** What stands before the container's port: an address, a port of the host, or both. */
  readonly host: string;
  /** The port or range of the container. */
  readonly numbers: string;
  /** The protocol as written; empty where none is. */
  readonly protocol: string;
}

/** The ports that the file tells. Of a variable that holds several, each is given. */
export const writtenPorts = ({ ports }: InstructionTypes['expose']): readonly WrittenPort[] =>
  [...new Map(ports.map((port) => [port.word, port])).values()].flatMap((port) =>
    (port.word.known ?? '')
      .split(/\s+/)
      .filter((text) => text !== '')
      .map((text) => readPort(port, text)),
  );

function readPort(port: ExposedPort, text: string): WrittenPort {
  const colon = text.lastIndexOf(':');
  const [numbers = '', protocol = ''] = text.slice(colon + 1).split('/', 2);
  return { port, text, host: text.slice(0, Math.max(0, colon)), numbers, protocol };
}

/** The first and last port of `80` or `8000-8080`; undefined for anything else. */
export function rangeOf(numbers: string): readonly [number, number] | undefined {
  const match = /^(\d+)(?:-(\d+))?$/.exec(numbers);
  return match ? [Number(match[1]), Number(match[2] ?? match[1])] : undefined;
}
