import { remembered } from '../../remembered';
import type { Cursor } from '../../yaml/cursor';

/**
 * Quantities as Kubernetes reads them (`100m`, `1Gi`, `1e3`, `0.1`), in whole billionths, which is the finest that it
 * keeps: what is finer is rounded up. Source: apimachinery, pkg/api/resource/quantity.go.
 */
export type Quantity = bigint;

/** What most quantities are: a short whole number and a suffix. */
const shortForm = /^(\d{1,15})([numkMGTPE]|[KMGTPE]i)?$/;

const form = /^([+-]?)(\d{0,30})(?:\.(\d{0,30}))?([numkMGTPE]|[KMGTPE]i|[eE][+-]?\d{1,3})?$/;

const decimalSuffixes: Readonly<Record<string, number>> = {
  n: -9,
  u: -6,
  m: -3,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};
const binarySuffixes = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

/** Remembered, since the manifests of a project ask for the same few amounts. */
export const parseQuantity = remembered((text): Quantity | undefined => {
  const short = shortForm.exec(text);
  if (short) return BigInt(short[1] ?? 0) * unitOf(short[2] ?? '');
  const match = form.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = '', suffix = ''] = match;
  if (whole === '' && fraction === '') return undefined;
  const digits = BigInt(whole + fraction);
  const binary = binarySuffixes.indexOf(suffix) + 1;
  const exponent = 9 - fraction.length + (binary > 0 ? 0 : exponentOf(suffix));
  if (exponent > 400 || exponent < -400) return undefined;
  const scaled = scale(digits << BigInt(10 * binary), exponent);
  return sign === '-' ? -scaled : scaled;
});

const units = new Map<string, bigint>();

/** The quantity of one with a suffix. */
function unitOf(suffix: string): bigint {
  let unit = units.get(suffix);
  if (unit === undefined) {
    const binary = binarySuffixes.indexOf(suffix) + 1;
    unit = scale(1n << BigInt(10 * binary), 9 + (binary > 0 ? 0 : exponentOf(suffix)));
    units.set(suffix, unit);
  }
  return unit;
}

const exponentOf = (suffix: string): number =>
  decimalSuffixes[suffix] ?? (suffix === '' ? 0 : Number(suffix.slice(1)));

function scale(digits: bigint, exponent: number): bigint {
  if (exponent >= 0) return digits * 10n ** BigInt(exponent);
  const divisor = 10n ** BigInt(-exponent);
  return (digits + divisor - 1n) / divisor;
}

/** The quantity at a place; undefined where there is none, or none that is known. */
export const quantityOf = (cursor: Cursor): Quantity | undefined =>
  cursor.isUnresolved ? undefined : parseQuantity(quantityText(cursor));

/** Without quotes YAML reads a number first, in any base: `0x10` is 16, `010` is 8, `1_000` is 1000. */
const quantityText = ({ number, text = '' }: Cursor): string =>
  number !== undefined && /^[-+]?0[\dxXoObB]|_/.test(text) ? String(number) : text;
