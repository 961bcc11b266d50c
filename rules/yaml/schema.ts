import { type CollectionTag, Scalar, type ScalarTag } from 'yaml';

/**
 * How Kubernetes reads plain scalars: the rules of go-yaml 2, which its API machinery uses. They are those of YAML 1.1
 * without sexagesimal numbers. Source: go.yaml.in/yaml/v2 resolve.go (v2.4.3).
 */
const nulls = ['~', 'null', 'Null', 'NULL'];
const trues = ['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'];
const falses = ['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'];

const oneOf = (words: readonly string[]): RegExp => new RegExp(`^(?:${words.join('|')})$`);

const nullTag: ScalarTag = {
  identify: (value) => value === null,
  default: true,
  tag: 'tag:yaml.org,2002:null',
  test: oneOf([...nulls, '']),
  resolve: () => new Scalar(null),
};

const trueTag: ScalarTag = {
  identify: (value) => value === true,
  default: true,
  tag: 'tag:yaml.org,2002:bool',
  test: oneOf(trues),
  resolve: () => new Scalar(true),
};

const falseTag: ScalarTag = {
  identify: (value) => value === false,
  default: true,
  tag: 'tag:yaml.org,2002:bool',
  test: oneOf(falses),
  resolve: () => new Scalar(false),
};

const bases: Readonly<Record<string, number>> = { '0b': 2, '0o': 8, '0x': 16 };

const integerForm = /^[-+]?(?:0[bB][01_]+|0[oO]?[0-7_]+|0[xX][0-9a-fA-F_]+|0|[1-9][0-9_]*)$/;
const floatForm = /^[-+]?(?:\.[0-9]+|[0-9][0-9_]*(?:\.[0-9_]*)?)(?:[eE][-+]?[0-9]+)?$/;
const specialForm = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

const float = (text: string): number => Number(text.replaceAll('_', ''));

const special = (text: string): number => (/n/i.test(text[1] ?? '') ? Number.NaN : Number.POSITIVE_INFINITY);

function integer(text: string): number {
  const plain = text.replaceAll('_', '');
  const sign = plain.startsWith('-') ? -1 : 1;
  const digits = plain.replace(/^[-+]/, '');
  const base = bases[digits.slice(0, 2).toLowerCase()];
  if (base !== undefined) return sign * Number.parseInt(digits.slice(2), base);
  return sign * Number.parseInt(digits, /^0[0-7]+$/.test(digits) ? 8 : 10);
}

const intTag: ScalarTag = {
  identify: (value) => typeof value === 'number',
  default: true,
  tag: 'tag:yaml.org,2002:int',
  test: integerForm,
  resolve: (text) => new Scalar(integer(text)),
};

const floatTag: ScalarTag = {
  identify: (value) => typeof value === 'number',
  default: true,
  tag: 'tag:yaml.org,2002:float',
  test: floatForm,
  resolve: (text) => new Scalar(float(text)),
};

const specialFloatTag: ScalarTag = {
  identify: () => false,
  default: true,
  tag: 'tag:yaml.org,2002:float',
  test: specialForm,
  resolve: (text) => new Scalar(special(text)),
};

/** Tags beyond map, sequence and string. Merge keys are resolved by the cursor, so that their places are known. */
export const kubernetesTags: readonly (ScalarTag | CollectionTag)[] = [
  nullTag,
  trueTag,
  falseTag,
  intTag,
  floatTag,
  specialFloatTag,
];

const words: ReadonlyMap<string, boolean | null> = new Map([
  ...nulls.map((word) => [word, null] as const),
  ...trues.map((word) => [word, true] as const),
  ...falses.map((word) => [word, false] as const),
]);

/** What a number may begin with, and each of the words. */
const mayBeTyped = /^[-+.~0-9nNtTfFyYoO]/;

/** What most numbers are. */
const plainNumber = /^(?:0|[1-9][0-9]{0,14})$/;

/** The value of a scalar without quotes by these tags. */
export function plainValue(source: string): string | number | boolean | null {
  if (!mayBeTyped.test(source)) return source;
  const word = words.get(source);
  if (word !== undefined) return word;
  if (!/^[-+.0-9]/.test(source)) return source;
  if (plainNumber.test(source)) return Number(source);
  if (integerForm.test(source)) return integer(source);
  if (floatForm.test(source)) return float(source);
  return specialForm.test(source) ? special(source) : source;
}
