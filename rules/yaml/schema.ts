import { type CollectionTag, Scalar, type ScalarTag } from 'yaml';

/**
 * How Kubernetes reads plain scalars: the rules of go-yaml 2, which its API machinery uses. They are those of YAML 1.1
 * without sexagesimal numbers. Source: go.yaml.in/yaml/v2 resolve.go (v2.4.3).
 */
const nullForm = /^(?:~|null|Null|NULL)?$/;
const trueForm = /^(?:y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const falseForm = /^(?:n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/;

const nullTag: ScalarTag = {
  identify: (value) => value === null,
  default: true,
  tag: 'tag:yaml.org,2002:null',
  test: nullForm,
  resolve: () => new Scalar(null),
};

const trueTag: ScalarTag = {
  identify: (value) => value === true,
  default: true,
  tag: 'tag:yaml.org,2002:bool',
  test: trueForm,
  resolve: () => new Scalar(true),
};

const falseTag: ScalarTag = {
  identify: (value) => value === false,
  default: true,
  tag: 'tag:yaml.org,2002:bool',
  test: falseForm,
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

/** What the words begin with. */
const wordStarts = codesOf('~nNtTfFyYoO');

/** What a number may begin with. */
const numberStarts = codesOf('-+.0123456789');

function codesOf(characters: string): ReadonlySet<number> {
  return new Set([...characters].map((character) => character.charCodeAt(0)));
}

/** What most numbers are. */
const plainNumber = /^(?:0|[1-9][0-9]{0,14})$/;

const longestWord = 'false'.length;

function wordValue(source: string): string | boolean | null {
  if (nullForm.test(source)) return null;
  if (trueForm.test(source)) return true;
  return falseForm.test(source) ? false : source;
}

/** The value of a scalar without quotes by these tags. */
export function plainValue(source: string): string | number | boolean | null {
  const first = source.charCodeAt(0);
  if (wordStarts.has(first)) return source.length > longestWord ? source : wordValue(source);
  if (!numberStarts.has(first)) return source;
  if (plainNumber.test(source)) return Number(source);
  if (integerForm.test(source)) return integer(source);
  if (floatForm.test(source)) return float(source);
  return specialForm.test(source) ? special(source) : source;
}
