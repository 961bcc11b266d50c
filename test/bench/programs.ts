import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { application, dockerfile, manifest, seeded } from './corpus';
import { median, type Row, rowOf } from './measure';

/** What the benchmark of whole programs works with. */
export interface Ground {
  /** The programs as they are delivered. */
  readonly dist: string;
  /** A folder for files and caches of this run. */
  readonly folder: string;
}

interface Spent {
  readonly seconds: number;
  /** Of the processor, all threads. */
  readonly cpu: number;
  readonly megabytes: number;
}

/** Runs a program under Node.js to its end. */
function run(args: readonly string[], { folder }: Ground): Promise<Spent> {
  const usage = path.join(folder, 'usage.cjs');
  writeFileSync(
    usage,
    `process.on('exit', () => require('fs').writeSync(3, JSON.stringify(process.resourceUsage())));`,
  );
  const started = performance.now();
  const child = spawn(process.execPath, ['--require', usage, ...args], {
    cwd: folder,
    env: environment(folder),
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  });
  let told = '';
  child.stdio[3]?.on('data', (chunk: Buffer) => {
    told += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0 || told === '') return reject(new Error(`${args.join(' ')} ended with ${code}`));
      const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(told) as NodeJS.ResourceUsage;
      resolve({
        seconds: (performance.now() - started) / 1000,
        cpu: (userCPUTime + systemCPUTime) / 1e6,
        megabytes: maxRSS / 1024,
      });
    });
  });
}

const environment = (folder: string): NodeJS.ProcessEnv => ({
  ...process.env,
  XDG_CACHE_HOME: path.join(folder, 'cache'),
});

/** Runs programs in turns. */
async function programsInTurns<Name extends string>(
  programs: Readonly<Record<Name, readonly string[]>>,
  ground: Ground,
  rounds: number,
  beforeEach: (name: Name) => void = () => {},
): Promise<Record<Name, Spent[]>> {
  const names = Object.keys(programs) as Name[];
  const spent = Object.fromEntries(names.map((name) => [name, [] as Spent[]])) as Record<Name, Spent[]>;
  for (let round = -1; round < rounds; round++)
    for (const name of names) {
      beforeEach(name);
      const one = await run(programs[name], ground);
      if (round >= 0) spent[name].push(one);
    }
  return spent;
}

const cpuOf = (series: readonly Spent[]): number[] => series.map(({ cpu }) => cpu);
const secondsOf = (series: readonly Spent[]): number[] => series.map(({ seconds }) => seconds);

/** Files as they lie in a project: one Dockerfile on four manifests. */
export function writeCorpus(folder: string, files: number): void {
  for (let index = 0; index < files; index++) {
    const at = path.join(folder, `group${index % 100}`, `service${Math.floor(index / 100)}`);
    mkdirSync(at, { recursive: true });
    const random = seeded(index);
    if (index % 5 === 0) writeFileSync(path.join(at, 'Dockerfile'), dockerfile(random, 30));
    else writeFileSync(path.join(at, 'app.yaml'), manifest(random, 60));
  }
}

/** Applications, half of them in namespaces, so that each file has to do with others. */
function writeApplications(folder: string, files: number): void {
  for (let index = 0; index < files; index++) {
    const at = path.join(folder, `group${index % 100}`, `app${Math.floor(index / 100)}`);
    mkdirSync(at, { recursive: true });
    const namespace = index % 2 === 0 ? undefined : `team${index % 97}`;
    writeFileSync(path.join(at, 'app.yaml'), application(seeded(index), `app${index}`, namespace));
  }
}

/** How the time and the memory of audits grow with the number of files, without a cache. */
export async function growthRows(ground: Ground, rounds: number): Promise<Row[]> {
  const audit = (corpus: string): string[] => [
    path.join(ground.dist, 'cli.js'),
    ...['audit', '--no-cache', '--fail-on', 'never', '--profile', 'all', corpus],
  ];
  const inTurns = async (write: typeof writeCorpus, few: number, many: number, times: number) => {
    const corpora = [few, many].map((files) => {
      const corpus = path.join(ground.folder, `corpus-${files}`);
      write(corpus, files);
      return corpus;
    });
    const [less = '', more = ''] = corpora;
    const spent = await programsInTurns({ few: audit(less), many: audit(more) }, ground, times);
    for (const corpus of corpora) rmSync(corpus, { recursive: true });
    return spent;
  };
  const memory = await inTurns(writeCorpus, 10_000, 40_000, Math.min(rounds, 5));
  const time = await inTurns(writeApplications, 1000, 4000, rounds);
  const megabytes = (series: readonly Spent[]): number[] => series.map((one) => one.megabytes);
  return [
    rowOf(
      { name: 'audits of 40,000 and 10,000 files', what: 'most memory, many / few', bound: 1.25 },
      megabytes(memory.many),
      megabytes(memory.few),
    ),
    rowOf(
      { name: 'audits of 4,000 and 1,000 applications', what: 'many / few, seconds', bound: 4.4 },
      secondsOf(time.many),
      secondsOf(time.few),
    ),
  ];
}

/** The audit of many files, against parsing them one after another, and the second audit against the first. */
export async function auditRows(ground: Ground, files: number, rounds: number): Promise<Row[]> {
  const corpus = path.join(ground.folder, `corpus-${files}`);
  writeCorpus(corpus, files);
  const audit = [path.join(ground.dist, 'cli.js'), 'audit', '--fail-on', 'never', corpus];
  const cache = path.join(ground.folder, 'cache', 'seaworthy');
  const { parse, first, second } = await programsInTurns(
    { parse: [path.join(ground.folder, 'parse.cjs'), corpus], first: audit, second: audit },
    ground,
    rounds,
    (name) => {
      if (name === 'first') rmSync(cache, { recursive: true, force: true });
    },
  );
  rmSync(corpus, { recursive: true });
  const name = (what: string): string => `${what} of ${files.toLocaleString('en')} files`;
  const hasBound = files === 10_000;
  return [
    rowOf(
      { name: name('audit'), what: 'audit / parsing, seconds', ...(hasBound && { bound: 0.7 }) },
      secondsOf(first),
      secondsOf(parse),
    ),
    rowOf({ name: name('audit'), what: 'audit / parsing, processor' }, cpuOf(first), cpuOf(parse)),
    rowOf(
      { name: name('second audit'), what: 'second / first, seconds', ...(hasBound && { bound: 0.1 }) },
      secondsOf(second),
      secondsOf(first),
    ),
    rowOf({ name: name('second audit'), what: 'second / first, processor' }, cpuOf(second), cpuOf(first)),
    memoryRow(name('audit'), first),
    memoryRow(name('second audit'), second),
  ];
}

const memoryRow = (name: string, series: readonly Spent[]): Row => ({
  name,
  what: 'most memory',
  ratio: median(series.map(({ megabytes }) => megabytes)),
  bound: 300,
  unit: 'MB',
});

/** The start of the programs, against a process of Node.js that does nothing. */
export async function startRows(ground: Ground, rounds: number): Promise<Row[]> {
  const file = path.join(ground.folder, 'app.yaml');
  const other = path.join(ground.folder, 'Dockerfile');
  writeFileSync(file, manifest(seeded(1), 60));
  writeFileSync(other, dockerfile(seeded(1), 30));
  const cli = [path.join(ground.dist, 'cli.js'), 'audit', '--fail-on', 'never'];
  const spent = await programsInTurns(
    { empty: ['-e', '0'], manifest: [...cli, file], dockerfile: [...cli, other] },
    ground,
    rounds,
  );
  const server: number[] = [];
  const empty: number[] = [];
  for (let round = -1; round < rounds; round++) {
    const { seconds } = await run(['-e', '0'], ground);
    const answered = await withServer(ground, async ({ initialize }) => initialize());
    if (round < 0) continue;
    empty.push(seconds);
    server.push(answered);
  }
  const what = 'start / empty process, seconds';
  const processor = 'start / empty process, processor';
  return [
    rowOf(
      { name: 'command line, a manifest', what, bound: 2.5 },
      secondsOf(spent.manifest),
      secondsOf(spent.empty),
    ),
    rowOf({ name: 'command line, a manifest', what: processor }, cpuOf(spent.manifest), cpuOf(spent.empty)),
    rowOf(
      { name: 'command line, a Dockerfile', what, bound: 2.5 },
      secondsOf(spent.dockerfile),
      secondsOf(spent.empty),
    ),
    rowOf(
      { name: 'command line, a Dockerfile', what: processor },
      cpuOf(spent.dockerfile),
      cpuOf(spent.empty),
    ),
    rowOf({ name: 'server, answer to initialize', what, bound: 2.5 }, server, empty),
    ...(await idleMemory(ground, rounds)),
  ];
}

interface Server {
  readonly pid: number;
  /** Seconds from the start of the process to the answer. */
  initialize(): Promise<number>;
  notify(method: string): void;
}

async function withServer<Result>(ground: Ground, use: (server: Server) => Promise<Result>): Promise<Result> {
  const started = performance.now();
  const child = spawn(process.execPath, [path.join(ground.dist, 'language-server.js'), '--stdio'], {
    env: environment(ground.folder),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const send = (message: object): void => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const answered = new Promise<number>((resolve) => {
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('"capabilities"')) resolve((performance.now() - started) / 1000);
    });
  });
  try {
    return await use({
      pid: child.pid ?? 0,
      initialize: () => {
        send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
        return answered;
      },
      notify: (method) => send({ method, params: {} }),
    });
  } finally {
    child.kill();
    await new Promise((resolve) => child.once('close', resolve));
  }
}

const pause = (seconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, seconds * 1000));

const residentMegabytes = (pid: number): number =>
  Number(/^VmRSS:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

/** What the server holds when it has nothing to do, beyond an empty process; told where Linux tells it. */
async function idleMemory(ground: Ground, rounds: number): Promise<Row[]> {
  if (process.platform !== 'linux') return [];
  const beyond: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const idle = await withServer(ground, async (server) => {
      await server.initialize();
      server.notify('initialized');
      await pause(1.5);
      return residentMegabytes(server.pid);
    });
    const empty = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'], { stdio: 'ignore' });
    await pause(0.5);
    beyond.push(idle - residentMegabytes(empty.pid ?? 0));
    empty.kill();
  }
  return [
    {
      name: 'server, idle',
      what: 'memory beyond an empty process',
      ratio: median(beyond),
      bound: 80,
      unit: 'MB',
    },
  ];
}
