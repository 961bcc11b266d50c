import table from '../data/end-of-life.json';
import { remembered } from '../remembered';

interface Product {
  readonly name: string;
  readonly images: readonly string[];
  readonly registry?: string;
  /** By release cycle: the day of the last free security update; null while no end is known. */
  readonly cycles: Readonly<Record<string, string | null>>;
  /** By code name: the release cycle. */
  readonly names?: Readonly<Record<string, string>>;
}

/** What an image reference says of its version. `repository` is without the registry and without `library/`. */
export interface ImageVersion {
  readonly registry: string;
  readonly repository: string;
  readonly tag: string | undefined;
}

/** A release that gets no security updates any more. */
export interface EndOfLife {
  readonly product: string;
  readonly cycle: string;
  /** ISO day; undefined where only the fact is known. */
  readonly since: string | undefined;
}

const products = table.products as readonly Product[];

/** The day that the table stands for: what ends later is not yet over. Source: endoflife.date. */
export const endOfLifeAsOf: string = table.date;

const byImage: ReadonlyMap<string, Product> = new Map(
  products.flatMap((product) =>
    product.images.map((image): [string, Product] => [
      `${product.registry ?? 'docker.io'}/${image}`,
      product,
    ]),
  ),
);

const distributions = products.filter((product) => product.names);
const alpine = products.find((product) => product.images.includes('alpine'));

/**
 * The parts of an image that are past their end: the product itself and the distribution that its tag names
 * (`python:3.8-buster`). Nothing for images and tags that the table does not know.
 */
export const endOfLifeOf = ({ registry, repository, tag }: ImageVersion): readonly EndOfLife[] =>
  tag === undefined ? [] : endOfLifeIn(`${registry}/${repository.replace(/^library\//, '')}:${tag}`);

const endOfLifeIn = remembered((image: string): readonly EndOfLife[] => {
  const colon = image.lastIndexOf(':');
  const product = byImage.get(image.slice(0, colon));
  if (!product) return [];
  const words = image
    .slice(colon + 1)
    .toLowerCase()
    .split(/[-_]/);
  const found = [ended(product, cycleOf(product, words[0] ?? '')), ...words.slice(1).map(distributionOf)];
  return found.filter((one) => one !== undefined);
});

function ended(product: Product, cycle: string | undefined): EndOfLife | undefined {
  const end = cycle === undefined ? null : product.cycles[cycle];
  if (cycle === undefined || end === null || end === undefined || end > endOfLifeAsOf) return undefined;
  return { product: product.name, cycle, since: end === '1970-01-01' ? undefined : end };
}

/** The longest cycle that a version begins with: `3.8.1` is of `3.8`; a bare `3` follows the newest and is of none. */
function cycleOf(product: Product, word: string): string | undefined {
  const named = product.names?.[word];
  if (named !== undefined) return named;
  const numbers = word.replace(/^v/, '').split('.');
  for (let length = numbers.length; length > 0; length--) {
    const cycle = numbers.slice(0, length).join('.');
    if (Object.hasOwn(product.cycles, cycle))
      return isFloating(product, cycle, numbers.length) ? undefined : cycle;
  }
  return undefined;
}

/** `1` alone means the newest 1.x where the product also counts releases as 1.x. */
const isFloating = (product: Product, cycle: string, given: number): boolean =>
  given === 1 && Object.keys(product.cycles).some((other) => other.startsWith(`${cycle}.`));

/** `buster`, `bullseye`, `focal`, `alpine3.15` in the tag of another image. */
function distributionOf(word: string): EndOfLife | undefined {
  const onAlpine = /^alpine(\d+\.\d+)$/.exec(word)?.[1];
  if (onAlpine !== undefined && alpine) return ended(alpine, cycleOf(alpine, onAlpine));
  for (const distribution of distributions) {
    const cycle = distribution.names?.[word];
    if (cycle !== undefined) return ended(distribution, cycle);
  }
  return undefined;
}
