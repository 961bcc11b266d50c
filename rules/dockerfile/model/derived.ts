/** A node of the model that keeps what has been worked out of it. */
export abstract class Node {
  /** By the number of what works it out. */
  derived: unknown[] | undefined;
}

let count = 0;

const nothing = Symbol('nothing');

/**
 * Works something out of a node when it is first asked for. It is kept with the node: looking it up in a table beside the nodes would take
 * longer than most checks, and the garbage collector has to go through such tables again and again.
 */
export function derived<Of extends Node, Value>(work: (node: Of) => Value): (node: Of) => Value {
  const number = count++;
  return (node) => {
    node.derived ??= [];
    const known = node.derived[number];
    if (known !== undefined) return (known === nothing ? undefined : known) as Value;
    const value = work(node);
    node.derived[number] = value === undefined ? nothing : value;
    return value;
  };
}
