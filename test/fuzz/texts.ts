// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Dockerfiles and templates write their variables so.

import path from 'node:path';
import fc from 'fast-check';
import { dockerfileText } from '../dockerfile-model/arbitrary';
import { readFixtures } from '../fixture';

/** A file of the kind that the linter opens. */
export interface Sample {
  readonly name: string;
  readonly text: string;
}

const fixtures = (root: string): Sample[] =>
  readFixtures(path.join(root, 'test', 'fixtures')).flatMap(({ cases }) =>
    cases.flatMap(({ files }) => files.map(({ name, text }) => ({ name: path.basename(name), text }))),
  );

/** What is written where a value is expected: other types, other styles, and what opens more than it closes. */
const values = [
  ...[
    '',
    'null',
    '~',
    'true',
    '"true"',
    'yes',
    '0',
    '-1',
    '1e999',
    '0x7fffffff',
    '0o17',
    '.nan',
    '18446744073709551616',
  ],
  ...[
    '[]',
    '{}',
    '[[[]]]',
    '{a: {b: c}}',
    '[a, [b], {c: d}]',
    '- a',
    '? a',
    '*x',
    '&x a',
    '&x [*x]',
    '{<<: *x}',
    '{? [a] : b}',
  ],
  ...[
    '|',
    '>-',
    '|2',
    '"',
    "'",
    '"\\u0000"',
    '"a\\\n  b"',
    "'it''s'",
    '!!binary aGk=',
    '!!int x',
    '!x {}',
    '# c',
    'a # c',
    'a: b',
  ],
  ...[
    '{{ .Values.x }}',
    '{{- if x }}',
    '${X}',
    '$(X)',
    '<%= x %>',
    'a'.repeat(300),
    '\u2028',
    '\u0085',
    '💥',
    '\u0000',
    '\uFEFF',
  ],
  ...[
    'latest',
    'alpine:3.4@sha256:1',
    'root',
    '0',
    '0:0',
    'ALL',
    '*',
    'Always',
    'Unconfined',
    '/',
    '/var/run/docker.sock',
    '169.254.169.254',
  ],
  ...[
    'password',
    'AKIAIOSFODNN7EXAMPLE',
    'http://u:p@h',
    '127.0.0.1/33',
    '::/0',
    '10G',
    '1e3',
    '100m',
    '-5Mi',
    'v1',
    'v9beta9',
  ],
];

/** What is put in anywhere. */
const pieces = [
  ...[
    '---\n',
    '...\n',
    '%YAML 1.1\n',
    '\r\n',
    '\n',
    '\t',
    ' ',
    '  ',
    '- ',
    ': ',
    '? ',
    '# ',
    '{',
    '}',
    '[',
    ']',
    ',',
    '"',
    "'",
    '|',
    '&x ',
    '*x',
    '<<: *x\n',
  ],
  ...[
    '# seaworthy-ignore privileged-container: x\n',
    '# seaworthy-ignore-file DL3008\n',
    '# hadolint ignore=DL3008\n',
    '# escape=`\n',
    '# syntax=a\n',
  ],
  ...[
    '\\\n',
    '`\n',
    ' \\\r\n',
    '<<EOF\n',
    'EOF\n',
    '<<-"A" <<B\n',
    '$(',
    '${',
    '$((',
    '`',
    '&&',
    '||',
    ';',
    '|&',
    '>/dev/null 2>&1',
    'sudo ',
    "sh -c '",
    'if true; then ',
    'fi\n',
  ],
  ...[
    'FROM a\n',
    'FROM scratch AS b\n',
    'ONBUILD ',
    'RUN ',
    'USER ',
    'ENV ',
    'ARG X\n',
    'COPY --from=b ',
    '--mount=type=secret,id=a,env=B ',
    'SHELL ["pwsh"]\n',
    'HEALTHCHECK ',
  ],
  ...[
    '\uFEFF',
    '\u0000',
    '\u00a0',
    '\u2028',
    '💥',
    '\ud83d',
    '\u0085',
    '{{ x }}',
    '{% x %}',
    'apiVersion: v1\nkind: List\nitems:\n',
  ],
  ...[
    'securityContext:\n',
    'containers:\n',
    'initContainers: []\n',
    'metadata:\n',
    'spec:\n',
    'template:\n',
    'privileged: true\n',
    'image: a\n',
    'env:\n',
    'volumes:\n',
  ],
];

/** A change of a text. Places are fractions, so that they mean something in every text. */
type Change =
  | { readonly kind: 'value'; readonly at: number; readonly value: string }
  | { readonly kind: 'insert'; readonly at: number; readonly piece: string }
  | { readonly kind: 'cut'; readonly at: number; readonly length: number }
  | { readonly kind: 'drop' | 'double' | 'swap' | 'join'; readonly at: number; readonly count: number }
  | { readonly kind: 'indent'; readonly at: number; readonly count: number; readonly by: number }
  | {
      readonly kind: 'splice';
      readonly at: number;
      readonly from: number;
      readonly start: number;
      readonly count: number;
    }
  | { readonly kind: 'end' | 'crlf' | 'json'; readonly at: number };

const at = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const count = fc.integer({ min: 1, max: 6 });
const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('value' as const), at, value: fc.constantFrom(...values) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('insert' as const), at, piece: fc.constantFrom(...pieces) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('cut' as const), at, length: fc.integer({ min: 1, max: 30 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('drop' as const, 'double' as const, 'swap' as const, 'join' as const),
      at,
      count,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('indent' as const),
      at,
      count,
      by: fc.integer({ min: -4, max: 4 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('splice' as const),
      at,
      from: at,
      start: at,
      count: fc.integer({ min: 1, max: 30 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('end' as const, 'crlf' as const), at }) },
);

const pick = <Item>(list: readonly Item[], fraction: number): Item | undefined =>
  list[Math.floor(fraction * list.length)];

/** A text after a change. */
function changed(text: string, step: Change, seeds: readonly Sample[]): string {
  const offset = Math.floor(step.at * (text.length + 1));
  const lines = text.split('\n');
  const line = Math.floor(step.at * lines.length);
  switch (step.kind) {
    case 'value':
      lines[line] = withValue(lines[line] ?? '', step.value);
      return lines.join('\n');
    case 'insert':
      return text.slice(0, offset) + step.piece + text.slice(offset);
    case 'cut':
      return text.slice(0, offset) + text.slice(offset + step.length);
    case 'drop':
      return lines.toSpliced(line, step.count).join('\n');
    case 'double':
      return lines.toSpliced(line, 0, ...lines.slice(line, line + step.count)).join('\n');
    case 'swap':
      return lines.toSpliced(line, step.count, ...lines.slice(line, line + step.count).reverse()).join('\n');
    case 'join':
      return lines.toSpliced(line, step.count, lines.slice(line, line + step.count).join(' ')).join('\n');
    case 'indent':
      return lines
        .map((one, index) => (index >= line && index < line + step.count ? indented(one, step.by) : one))
        .join('\n');
    case 'splice': {
      const other = pick(seeds, step.from)?.text.split('\n') ?? [];
      const start = Math.floor(step.start * other.length);
      return lines.toSpliced(line, 0, ...other.slice(start, start + step.count)).join('\n');
    }
    case 'end':
      return text.slice(0, offset);
    case 'crlf':
      return text.replaceAll('\n', '\r\n');
    default:
      return text;
  }
}

/** The line with another value behind its colon, or another last word where there is none. */
const withValue = (line: string, value: string): string =>
  /^[^:]*:(?= |$)/.test(line)
    ? line.replace(/^([^:]*:).*$/, (_, key: string) => `${key} ${value}`)
    : line.replace(/\S*$/, () => value);

const indented = (line: string, by: number): string =>
  by > 0 ? ' '.repeat(by) + line : line.replace(new RegExp(`^ {0,${-by}}`), '');

/** Files made of the fixtures of all rules by changes of their lines and values. They get far into the rules. */
function fromFixtures(seeds: readonly Sample[]): fc.Arbitrary<Sample> {
  return fc.tuple(at, fc.array(change, { maxLength: 8, size: 'max' })).map(([seed, changes]) => {
    const { name, text } = pick(seeds, seed) ?? { name: 'Dockerfile', text: '' };
    return { name, text: changes.reduce((so, step) => changed(so, step, seeds), text) };
  });
}

/** A tree of YAML by hand, so that it may be as odd as the language lets it be: tags, anchors, merges, odd keys. */
const node: fc.Memo<string> = fc.memo((depth) =>
  depth <= 1 ? scalar : fc.oneof(scalar, flowMap(), flowList()),
);
const scalar = fc.oneof(fc.constantFrom(...values), fc.constantFrom('a', 'web', 'true', '1', '*x', '*y'));
const flowMap = fc.memo((depth) =>
  fc
    .array(
      fc.tuple(
        fc.constantFrom(
          'name',
          'image',
          'spec',
          'containers',
          'securityContext',
          'privileged',
          '<<',
          '? a',
          '"b"',
          '[c]',
        ),
        node(depth),
      ),
      { maxLength: 4 },
    )
    .map((pairs) => `{${pairs.map(([key, value]) => `${key}: ${value}`).join(', ')}}`),
);
const flowList = fc.memo((depth) =>
  fc.array(node(depth), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
);

const fields = [
  ...[
    'metadata',
    'spec',
    'template',
    'containers',
    'initContainers',
    'securityContext',
    'volumes',
    'env',
    'ports',
    'resources',
    'limits',
  ],
  ...[
    'rules',
    'subjects',
    'roleRef',
    'verbs',
    'data',
    'stringData',
    'ingress',
    'egress',
    'podSelector',
    'tls',
    'webhooks',
    'items',
    'jobTemplate',
  ],
];
const kinds = [
  'Pod',
  'Deployment',
  'CronJob',
  'List',
  'Secret',
  'ClusterRole',
  'RoleBinding',
  'NetworkPolicy',
  'Ingress',
  'Service',
  'KubeletConfiguration',
];

const manifest = fc
  .tuple(
    fc.constantFrom(...kinds),
    fc.array(
      fc.tuple(
        fc.nat({ max: 4 }),
        fc.constantFrom('', '- ', '&x ', '&y '),
        fc.constantFrom(...fields),
        node(3),
      ),
      { maxLength: 14 },
    ),
  )
  .map(([kind, lines]) => ({
    name: 'manifest.yaml',
    text: `apiVersion: v1\nkind: ${kind}\n${lines.map(([depth, mark, key, value]) => `${'  '.repeat(depth)}${mark === '- ' ? mark : ''}${key}: ${mark.startsWith('&') ? mark : ''}${value}\n`).join('')}`,
  }));

const dockerfile = dockerfileText.map((text) => ({ name: 'Dockerfile', text }));

/** Any file, mostly of a kind that looks like a real one. */
export function sampleFiles(root: string): fc.Arbitrary<Sample> {
  const seeds = fixtures(root);
  return fc.oneof(
    { weight: 8, arbitrary: fromFixtures(seeds) },
    { weight: 2, arbitrary: manifest },
    { weight: 2, arbitrary: dockerfile },
  );
}
