import { DockerfileParser } from 'dockerfile-ast';
import { parseAllDocuments } from 'yaml';
import { defaultSettings, type FileReport, lint, type Settings, Workspace } from '../../rules';
import { deployment, dockerfile, manifest, seeded } from './corpus';

/** Seconds that a call takes: the median of `rounds`, after one that is not counted. */
function median(run: () => void, rounds = 11): number {
  run();
  const times = Array.from({ length: rounds }, () => {
    const start = process.hrtime.bigint();
    run();
    return Number(process.hrtime.bigint() - start) / 1e9;
  });
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
}

interface Row {
  readonly name: string;
  readonly ratio: number;
  readonly bound: number | undefined;
  readonly what: string;
}

const settings: Settings = { ...defaultSettings, profile: 'all' };
const parseYaml = (text: string): void => void parseAllDocuments(text);
const parseDockerfile = (text: string): void => void DockerfileParser.parse(text).getInstructions().length;

/** What linting costs beyond parsing, as a share of the parsing. */
function lintBeyondParsing(
  name: string,
  uri: string,
  texts: readonly string[],
  parse: (text: string) => void,
): Row {
  const parsing = median(() => texts.forEach(parse));
  const linting = median(() => texts.forEach((text) => void lint({ uri, text }, settings)));
  return { name, ratio: (linting - parsing) / parsing, bound: 0.3, what: 'lint beyond parsing / parsing' };
}

/** One key typed in the middle of a large manifest, against linting all of it. */
function editInLargeManifest(): Row {
  const text = manifest(seeded(1), 5000, 50);
  const at = text.indexOf('image:', text.length / 2) + 7;
  const uri = 'file:///w/large.yaml';
  const before = lint({ uri, text }, settings);
  let flip = 0;
  const whole = median(() => void lint({ uri, text }, settings));
  const edit = median(() => {
    flip += 1;
    lint({ uri, text: `${text.slice(0, at)}x${flip}${text.slice(at)}` }, settings, before);
  });
  return { name: 'edit in 5,000 lines', ratio: edit / whole, bound: 0.1, what: 'edit / whole file' };
}

/** An edit among 10,000 files, with the findings of that file and the rules over the workspace. */
function editInWorkspace(): Row {
  const workspace = new Workspace();
  const random = seeded(2);
  const reports: FileReport[] = [];
  const all = median(() => {
    reports.length = 0;
    for (let index = 0; index < 1000; index++) {
      const report = lint(
        { uri: `file:///w/${index}.yaml`, text: deployment(random, `d${index}`, 2) },
        settings,
      );
      reports.push(report);
      workspace.update(report);
    }
  }, 3);
  const [first] = reports;
  let flip = 0;
  const edit = median(() => {
    flip += 1;
    const text = (first?.text ?? '').replace('replicas:', `revisionHistoryLimit: ${flip}\n  replicas:`);
    workspace.update(lint({ uri: 'file:///w/0.yaml', text }, settings, first));
    workspace.findings('file:///w/0.yaml');
  });
  return {
    name: 'edit among 1,000 files',
    ratio: edit / all,
    bound: undefined,
    what: 'edit / linting all files',
  };
}

const many = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index));

const rows: Row[] = [
  lintBeyondParsing(
    'manifest of 30 lines',
    'file:///w/a.yaml',
    many(100, (index) => manifest(seeded(index), 30)),
    parseYaml,
  ),
  lintBeyondParsing(
    'manifest of 1,000 lines',
    'file:///w/a.yaml',
    many(4, (index) => manifest(seeded(index), 1000)),
    parseYaml,
  ),
  lintBeyondParsing(
    'manifest of 20,000 lines',
    'file:///w/a.yaml',
    [manifest(seeded(3), 20_000, 200)],
    parseYaml,
  ),
  lintBeyondParsing(
    'Dockerfile of 10 lines',
    'file:///w/Dockerfile',
    many(100, (index) => dockerfile(seeded(index), 10)),
    parseDockerfile,
  ),
  lintBeyondParsing(
    'Dockerfile of 100 lines',
    'file:///w/Dockerfile',
    many(20, (index) => dockerfile(seeded(index), 100)),
    parseDockerfile,
  ),
  lintBeyondParsing(
    'Dockerfile of 500 lines',
    'file:///w/Dockerfile',
    many(4, (index) => dockerfile(seeded(index), 500)),
    parseDockerfile,
  ),
  editInLargeManifest(),
  editInWorkspace(),
];

if (process.argv.includes('--json')) console.log(JSON.stringify(rows, null, 2));
else
  for (const { name, ratio, bound, what } of rows) {
    const verdict = bound === undefined ? '' : ratio <= bound ? `within ${bound}` : `above ${bound}`;
    console.log(`${name.padEnd(28)} ${ratio.toFixed(3).padStart(8)}  ${what.padEnd(32)} ${verdict}`);
  }
