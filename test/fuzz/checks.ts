import path from 'node:path';
import { XMLValidator } from 'fast-xml-parser';
import { URI } from 'vscode-uri';
import { Dockerfile } from '../../rules/dockerfile/model/dockerfile';
import {
  applyEdits,
  audit,
  type Change,
  defaultSettings,
  type FileReport,
  type Finding,
  type Fix,
  lint,
  render,
  type Settings,
  type Span,
  workspaceOfReports,
} from '../../rules/index';
import { objectsOf } from '../../rules/kubernetes/model/object';
import { Cursor } from '../../rules/yaml/cursor';
import { parseYaml, splitDocuments } from '../../rules/yaml/document';
import { Audit } from '../../server/cli/audit';
import type { AuditFlags } from '../../server/cli/flags';
import { FileReporter } from '../../server/cli/report-file';
import { reportFiles } from '../../server/cli/report-files';
import { parseConfiguration, settingsFor } from '../../server/configuration/configuration';
import { mend, safeFix } from '../../server/mend';
import type { Sample } from './texts';

/** Something that holds for every file; throws where it does not. */
export type Check = (sample: Sample) => void | Promise<void>;

const settings: Settings = { ...defaultSettings, profile: 'all' };

const uriOf = (name: string): string => `file:///w/${name}`;

function fail(what: string): never {
  throw new Error(what);
}

function expectInside({ start, end }: Span, length: number, what: string): void {
  if (!(start >= 0 && start <= end && end <= length))
    fail(`${what}: ${start}-${end} is not inside of 0-${length}`);
}

const findingsOf = (report: FileReport): readonly Finding[] =>
  audit([report]).flatMap(({ findings }) => findings);

const linted = ({ name, text }: Sample, earlier?: FileReport): FileReport =>
  lint({ uri: uriOf(name), text }, settings, earlier);

const isSyntax = ({ rule }: Finding): boolean => rule.endsWith('-syntax');

// ---- models

/** Visits all that can be reached from a model, getters included. Every span of it lies inside of the text. */
function walkModel(root: unknown, length: number): void {
  const seen = new Set<unknown>();
  const open: { value: unknown; name: string }[] = [{ value: root, name: '' }];
  for (let next = open.pop(); next && seen.size < 3000; next = open.pop()) {
    const { value, name } = next;
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    if (isSpan(value)) expectInside(value, length, name);
    for (const [key, inner] of propertiesOf(value)) open.push({ value: inner, name: `${name}.${key}` });
  }
}

const isSpan = (value: object): value is Span =>
  'start' in value && typeof value.start === 'number' && 'end' in value && typeof value.end === 'number';

function* propertiesOf(value: object): Generator<[string, unknown]> {
  yield* Object.entries(value);
  for (
    let type = Object.getPrototypeOf(value);
    type && type !== Object.prototype && type !== Array.prototype;
    type = Object.getPrototypeOf(type)
  )
    for (const [key, { get }] of Object.entries(Object.getOwnPropertyDescriptors(type)))
      if (get && key !== '__proto__') yield [key, get.call(value)];
}

const dockerfileModel: Check = ({ text }) => {
  const dockerfile = new Dockerfile(text, settings);
  walkModel(dockerfile.instructions, text.length);
  walkModel(dockerfile.stages, text.length);
  walkModel([dockerfile.problems, dockerfile.comments, dockerfile.directives], text.length);
};

const kubernetesModel: Check = ({ text }) => {
  const chunks = splitDocuments(text);
  if (chunks.map((chunk) => chunk.text).join('') !== text) fail('The documents are not the whole file');
  for (const chunk of chunks) {
    const document = parseYaml(chunk.text);
    for (const { span } of document.problems) expectInside(span, chunk.text.length, 'problem');
    for (const object of objectsOf(Cursor.root(document))) {
      expectInside(object.cursor.span, chunk.text.length, 'object');
      for (const pod of object.pods) {
        walkGetters(pod, chunk.text.length);
        for (const container of pod.containers) walkGetters(container, chunk.text.length);
      }
      walkGetters(object, chunk.text.length);
    }
  }
};

/** Asks a part of the model all that it can be asked. */
function walkGetters(part: object, length: number): void {
  for (const [key, value] of propertiesOf(part))
    if (value instanceof Cursor) expectInside(value.span, length, key);
}

// ---- the linter and its fixes

const rules: Check = (sample) => {
  const report = linted(sample);
  const [failure] = report.failures;
  if (failure) fail(`${failure.rule} failed: ${failure.error}`);
  for (const finding of findingsOf(report)) {
    expectInside(finding.span, sample.text.length, finding.rule);
    if (render(finding.message).includes('undefined'))
      fail(`${finding.rule} says: ${render(finding.message)}`);
  }
};

const fixes: Check = (sample) => {
  const report = linted(sample);
  const found = findingsOf(report);
  for (const finding of found) for (const fix of finding.fixes) checkFix(sample, report, found, finding, fix);
};

/** With a frontend that nobody knows, all may be right; with the one of Docker, mistakes are seen. */
const showsMore: ReadonlySet<string> = new Set(['untrusted-frontend']);

function checkFix(
  sample: Sample,
  report: FileReport,
  found: readonly Finding[],
  finding: Finding,
  fix: Fix,
): void {
  const what = `${finding.rule}, "${render(fix.title)}"`;
  const changes = fix.changes();
  for (const change of changes) checkChange(change, sample, what);
  const own = changes.find((change) => change.kind === 'edit');
  if (own?.kind !== 'edit') return;
  const text = applyEdits(sample.text, own.edits);
  const after = linted({ ...sample, text }, report);
  const [failure] = after.failures;
  if (failure) fail(`After ${what}, ${failure.rule} failed: ${failure.error}`);
  const left = findingsOf(after);
  if (!showsMore.has(finding.rule) && left.filter(isSyntax).length > found.filter(isSyntax).length)
    fail(`${what} breaks the file:\n${text}`);
  if (count(left, finding.rule) > count(found, finding.rule))
    fail(`${what} makes more of what it mends:\n${text}`);
}

const count = (findings: readonly Finding[], rule: string): number =>
  findings.filter((finding) => finding.rule === rule).length;

function checkChange(change: Change, { name, text }: Sample, what: string): void {
  if (path.posix.dirname(URI.parse(change.uri).path) !== '/w') fail(`${what} reaches ${change.uri}`);
  if (change.kind === 'create') return;
  if (change.uri !== uriOf(name)) fail(`${what} edits ${change.uri}`);
  for (const { span } of change.edits) expectInside(span, text.length, what);
  applyEdits(text, change.edits);
}

/** All safe fixes, again and again: they come to an end, and break nothing. */
const fixAll: Check = async (sample) => {
  const workspace = workspaceOfReports();
  const before = linted(sample);
  workspace.update(before);
  const mended = await mend(workspace, [before.uri], safeFix, () => undefined);
  const text = applyEdits(
    sample.text,
    mended.flatMap(({ edits }) => edits),
  );
  const after = linted({ ...sample, text });
  if (findingsOf(after).filter(isSyntax).length > findingsOf(before).filter(isSyntax).length)
    fail(`All safe fixes together break the file:\n${text}`);
  const known = workspace.report(before.uri)?.text;
  if (known !== text) fail('The edits do not give the text that was mended');
};

const shape = (report: FileReport): string =>
  JSON.stringify(
    findingsOf(report).map(({ rule, span, message, fixes: offered }) => ({
      rule,
      span,
      message,
      changes: offered.map((fix) => fix.changes()),
    })),
  );

/** An edit is linted to the same as the whole text from the start. */
const edits: Check = (sample) => {
  const half = Math.floor(sample.text.length / 2);
  const typed = `${sample.text.slice(0, half)}x${sample.text.slice(half)}`;
  const again = linted({ ...sample, text: typed }, linted(sample));
  if (shape(again) !== shape(linted({ ...sample, text: typed })))
    fail('An edit gives other findings than the whole text');
};

// ---- what people and programs are shown

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const steering = /[\0-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

const reports: Check = ({ name, text }) => {
  const made = (format: AuditFlags['format'], isDrafting = true): string => {
    const reporter = new FileReporter({ format, isQuiet: false, isColored: false, version: '0', root: '/' });
    const collected = new Audit('all', isDrafting ? { reporter, stamp: '' } : undefined);
    collected.texts.keep(uriOf(name), text);
    collected.add({ uri: uriOf(name), languageId: undefined, text, settings });
    const files = [...reportFiles(collected, reporter)];
    const said = (texts: readonly string[]): string[] => texts.filter((one) => one !== '');
    return [
      reporter.format.head(reporter.report),
      said(files.map((file) => file.text)).join(reporter.format.separator),
      reporter.format.tail(reporter.report, collected, said(files.map(({ later }) => later))),
    ].join('');
  };
  JSON.parse(made('json'));
  for (const format of ['json', 'sarif', 'junit', 'pretty', 'github'] as const)
    if (made(format) !== made(format, false)) fail(`A draft says something else as ${format}`);
  JSON.parse(made('sarif'));
  const valid = XMLValidator.validate(made('junit'));
  if (valid !== true) fail(`JUnit: ${valid.err.msg}`);
  const shown = [made('pretty'), made('github')];
  for (const output of shown)
    if (steering.test(output))
      fail(`A control character is shown: ${JSON.stringify(steering.exec(output)?.[0])}`);
  for (const line of made('github').split('\n'))
    if (line !== '' && !/^::(?:error|warning|notice) file=/.test(line)) fail(`GitHub is told: ${line}`);
};

const configuration: Check = ({ text }) => {
  const { configuration: read, problems } = parseConfiguration(text);
  for (const { span } of problems) expectInside(span, text.length, 'configuration');
  settingsFor(read, 'a/b.yaml', defaultSettings);
};

export const checks: Readonly<Record<string, Check>> = {
  dockerfileModel,
  kubernetesModel,
  rules,
  fixes,
  fixAll,
  edits,
  reports,
  configuration,
};

/** More than any check of a small file may take. */
const maxMilliseconds = 3_000;

/** Runs a check. One that takes long fails too: a file of some lines is not to hold anybody up. */
export async function runCheck(name: string, sample: Sample): Promise<void> {
  const start = process.cpuUsage();
  await checks[name]?.(sample);
  const { user, system } = process.cpuUsage(start);
  const milliseconds = (user + system) / 1000;
  if (milliseconds > maxMilliseconds)
    fail(`${name} takes ${Math.round(milliseconds)} ms for ${sample.text.length} characters`);
}
