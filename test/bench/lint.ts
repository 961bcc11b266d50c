import { DockerfileParser } from 'dockerfile-ast';
import { parseAllDocuments } from 'yaml';
import { defaultSettings, type FileReport, lint, type Settings, workspaceOfReports } from '../../rules';
import { deployment, dockerfile, manifest, seeded } from './corpus';
import { inTurns, type Row, rowOf } from './measure';

const all: Settings = { ...defaultSettings, profile: 'all' };
const parseYaml = (text: string): void => void parseAllDocuments(text);
const parseDockerfile = (text: string): void => void DockerfileParser.parse(text).getInstructions().length;

const many = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index));

interface Files {
  readonly name: string;
  readonly uri: string;
  readonly texts: readonly string[];
  readonly parse: (text: string) => void;
}

const manifests = (lines: number, count: number, perDocument?: number): Files => ({
  name: `manifest of ${lines.toLocaleString('en')} lines`,
  uri: 'file:///w/a.yaml',
  texts: many(count, (index) => manifest(seeded(index), lines, perDocument)),
  parse: parseYaml,
});

const dockerfiles = (lines: number, count: number): Files => ({
  name: `Dockerfile of ${lines} lines`,
  uri: 'file:///w/Dockerfile',
  texts: many(count, (index) => dockerfile(seeded(index), lines)),
  parse: parseDockerfile,
});

/** What linting costs beyond parsing with the usual library, as a share of that parsing. */
function beyondParsing({ name, uri, texts, parse }: Files, rounds: number): Row[] {
  const linting = (settings: Settings) => () => texts.forEach((text) => void lint({ uri, text }, settings));
  const costs = inTurns(
    { parse: () => texts.forEach(parse), all: linting(all), recommended: linting(defaultSettings) },
    rounds,
  );
  const beyond = (series: readonly number[]): number[] =>
    series.map((value, index) => value - (costs.parse[index] ?? 0));
  const what = 'lint beyond parsing / parsing';
  return [
    rowOf({ name: `${name}, all rules`, what, bound: 0.3 }, beyond(costs.all), costs.parse),
    rowOf({ name: `${name}, recommended`, what }, beyond(costs.recommended), costs.parse),
  ];
}

/** One key typed in the middle of a large manifest, against linting all of it. */
function editInLargeManifest(rounds: number): Row {
  const text = manifest(seeded(1), 5000, 50);
  const at = text.indexOf('image:', text.length / 2) + 7;
  const uri = 'file:///w/large.yaml';
  const before = lint({ uri, text }, all);
  let flip = 0;
  const { edit, whole } = inTurns(
    {
      whole: () => void lint({ uri, text }, all),
      // Ten, since one is shorter than the clock of the processor ticks.
      edit: () => {
        for (let index = 0; index < 10; index++) {
          flip += 1;
          lint({ uri, text: `${text.slice(0, at)}x${flip}${text.slice(at)}` }, all, before);
        }
      },
    },
    rounds,
  );
  const one = edit.map((value) => value / 10);
  return rowOf({ name: 'edit in 5,000 lines', what: 'edit / whole file', bound: 0.1 }, one, whole);
}

/** An edit among 1,000 files, with the findings of that file and the rules over the workspace. */
function editInWorkspace(rounds: number): Row {
  const workspace = workspaceOfReports();
  const reports: FileReport[] = [];
  let flip = 0;
  const { edit, whole } = inTurns(
    {
      whole: () => {
        const random = seeded(2);
        reports.length = 0;
        for (let index = 0; index < 1000; index++) {
          const text = deployment(random, `d${index}`, 2);
          const report = lint({ uri: `file:///w/${index}.yaml`, text }, all);
          reports.push(report);
          workspace.update(report);
        }
      },
      edit: () => {
        const [first] = reports;
        for (let index = 0; index < 10; index++) {
          flip += 1;
          const text = (first?.text ?? '').replace('replicas:', `revisionHistoryLimit: ${flip}\n  replicas:`);
          workspace.update(lint({ uri: 'file:///w/0.yaml', text }, all, first));
          workspace.findings('file:///w/0.yaml');
        }
      },
    },
    Math.min(rounds, 10),
    1,
  );
  const one = edit.map((value) => value / 10);
  return rowOf({ name: 'edit among 1,000 files', what: 'edit / linting all files' }, one, whole);
}

export const lintRows = (rounds: number): Row[] => [
  ...beyondParsing(manifests(10, 200), rounds),
  ...beyondParsing(manifests(30, 100), rounds),
  ...beyondParsing(manifests(1000, 4), rounds),
  ...beyondParsing(manifests(20_000, 1, 200), rounds),
  ...beyondParsing(dockerfiles(5, 200), rounds),
  ...beyondParsing(dockerfiles(30, 50), rounds),
  ...beyondParsing(dockerfiles(100, 20), rounds),
  ...beyondParsing(dockerfiles(500, 4), rounds),
  editInLargeManifest(rounds),
  editInWorkspace(rounds),
];
