import type { Reports, Settings } from '../../rules/index';
import { rememberingLast } from '../report/last';
import { KeptLint, placeOf } from './kept-lint';
import { LightReport } from './light-report';
import type { Texts } from './texts';

/** How many reports are packed at once. */
const pageSize = 256;

/** What is packed of a report: its file, what it was linted with, and where its results stand. */
type Row = readonly [
  uri: string,
  languageId: string | undefined | null,
  settings: number,
  state: string | undefined | null,
  kinds: string,
  handle: number,
  start: number,
  factsLength: number,
  packedLength: number,
];

type Page = Buffer | readonly LightReport[];

/**
 * The reports of an audit, in the order in which they came. As there are as many of them as files, they are packed: bytes
 * take a third of the room that objects take, none where the collector looks, and are unpacked in little time.
 */
export class ReportPages implements Reports<LightReport> {
  readonly #pages: Page[] = [];
  /** Those behind the last page. */
  readonly #open: LightReport[] = [];
  /** The number of a report by the hash of its address, or by the next number that was free. */
  readonly #numbers = new Map<number, number>();
  /** The numbers of those that were taken out. */
  readonly #gone = new Set<number>();
  readonly #settings: Settings[] = [];
  readonly #reportsIn = rememberingLast((page: Page) =>
    Buffer.isBuffer(page) ? this.#unpacked(page) : page,
  );

  constructor(private readonly texts: Texts) {}

  get size(): number {
    return this.#count - this.#gone.size;
  }

  get(uri: string): LightReport | undefined {
    const number = this.#numberOf(uri);
    return number === undefined ? undefined : this.#at(number);
  }

  /** A newer report of a file takes the place of the one before. */
  set(uri: string, report: LightReport): void {
    const known = this.#numberOf(uri);
    if (known === undefined) this.#append(uri, report);
    else this.#replace(known, report);
  }

  #append(uri: string, report: LightReport): void {
    this.#numbers.set(this.#freeHash(uri), this.#count);
    this.#open.push(report);
    // What waits to be written stands nowhere yet, so that the newest are not packed.
    if (this.#open.length === 2 * pageSize) this.#pages.push(this.#packed(this.#open.splice(0, pageSize)));
  }

  #replace(number: number, report: LightReport): void {
    const index = Math.floor(number / pageSize);
    const page = this.#pages[index];
    if (page) this.#pages[index] = this.#reportsIn(page).with(number % pageSize, report);
    else this.#open[number - this.#pages.length * pageSize] = report;
  }

  delete(uri: string): boolean {
    const number = this.#numberOf(uri);
    if (number !== undefined) this.#gone.add(number);
    return number !== undefined;
  }

  *values(): Generator<LightReport> {
    for (let number = 0; number < this.#count; number++) {
      const report = this.#gone.has(number) ? undefined : this.#at(number);
      if (report) yield report;
    }
  }

  get #count(): number {
    return this.#pages.length * pageSize + this.#open.length;
  }

  #at(number: number): LightReport | undefined {
    const page = this.#pages[Math.floor(number / pageSize)];
    return page
      ? this.#reportsIn(page)[number % pageSize]
      : this.#open[number - this.#pages.length * pageSize];
  }

  #numberOf(uri: string): number | undefined {
    for (let hash = hashOf(uri); ; hash++) {
      const number = this.#numbers.get(hash);
      if (number === undefined) return undefined;
      if (!this.#gone.has(number) && this.#at(number)?.uri === uri) return number;
    }
  }

  #freeHash(uri: string): number {
    let hash = hashOf(uri);
    while (this.#numbers.has(hash)) hash++;
    return hash;
  }

  /** Reports whose results stand in no file stay as they are. */
  #packed(reports: readonly LightReport[]): Page {
    const rows = reports.flatMap((report) => this.#rowOf(report) ?? []);
    return rows.length === reports.length ? Buffer.from(JSON.stringify(rows)) : reports;
  }

  #rowOf({ uri, languageId, settings, state, linted }: LightReport): [Row] | undefined {
    const place = placeOf(linted);
    if (!place) return undefined;
    const { handle, start, factsLength, packedLength } = place;
    const number = this.#settingsNumber(settings);
    return [[uri, languageId, number, state, linted.kinds, handle, start, factsLength, packedLength]];
  }

  #settingsNumber(settings: Settings): number {
    const known = this.#settings.indexOf(settings);
    return known >= 0 ? known : this.#settings.push(settings) - 1;
  }

  #unpacked(page: Buffer): LightReport[] {
    return (JSON.parse(page.toString()) as Row[]).map(
      ([uri, languageId, number, state, kinds, handle, start, factsLength, packedLength]) => {
        const settings = this.#settings[number];
        if (!settings) throw new Error(`There are no settings ${number}`);
        const linted = new KeptLint(kinds, { handle, start, factsLength, packedLength });
        const file = { uri, languageId: languageId ?? undefined, settings, state: state ?? undefined };
        return new LightReport(file, linted, this.texts);
      },
    );
  }
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}
