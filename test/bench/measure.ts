/** One line of the table: a ratio within this run, so that it means the same on every machine. */
export interface Row {
  readonly name: string;
  /** What is divided by what. */
  readonly what: string;
  readonly ratio: number;
  readonly bound?: number;
  /** The lower and upper quartile of the rounds, which tell how noisy the machine was. */
  readonly spread?: readonly [number, number];
  /** A number that is no ratio, in its unit. */
  readonly unit?: string;
}

export const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

export const quantile = (values: readonly number[], share: number): number =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Seconds of processor time, of which a machine that has other things to do takes nothing away. */
function cost(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/**
 * What things cost, measured in turns, so that all meet the same noise. The first rounds warm up: an editor's server runs for
 * hours, and what code costs before it is compiled is part of the rows about programs.
 */
export function inTurns<Name extends string>(
  runs: Readonly<Record<Name, () => void>>,
  rounds: number,
  warmUp = 25,
): Record<Name, number[]> {
  const names = Object.keys(runs) as Name[];
  const costs = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = -warmUp; round < rounds; round++)
    for (const name of names) {
      const spent = cost(runs[name]);
      if (round >= 0) costs[name].push(spent);
    }
  return costs;
}

/** A row of two series that were measured in turns: the ratio of each round, and the median of them. */
export function rowOf(
  about: Pick<Row, 'name' | 'what' | 'bound'>,
  above: readonly number[],
  below: readonly number[],
): Row {
  const ratios = above.map((value, index) => value / Math.max(below[index] ?? 0, 1e-6));
  return { ...about, ratio: median(ratios), spread: [quantile(ratios, 0.25), quantile(ratios, 0.75)] };
}
