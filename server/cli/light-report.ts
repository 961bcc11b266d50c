import type { FactKind, Facts, FactTypes, Settings, WorkspaceFile } from '../../rules/index';
import type { FileState } from '../files/local-files';
import { rememberingLast } from '../report/last';
import { type FileJob, type Linted, type Unpacked, unpack } from './lint-file';
import type { Texts } from './texts';

/** What is remembered of a file: its report without the text and the trees that it was made from. */
export class LightReport implements WorkspaceFile {
  readonly uri: string;
  readonly languageId: string | undefined;
  readonly settings: Settings;
  readonly state: FileState | undefined;

  constructor(
    { uri, languageId, settings, state }: FileJob,
    readonly linted: Linted,
    private readonly texts: Texts,
  ) {
    this.uri = uri;
    this.languageId = languageId;
    this.settings = settings;
    this.state = state;
  }

  factsOf<Kind extends FactKind>(kind: Kind): readonly FactTypes[Kind][] {
    return (this.linted.kinds.includes(kind) && factsIn(this.linted)[kind]) || none;
  }

  get findings(): Unpacked['findings'] {
    return foundIn(this.linted).findings;
  }

  get suppressions(): Unpacked['suppressions'] {
    return foundIn(this.linted).suppressions;
  }

  get failures(): Unpacked['failures'] {
    return foundIn(this.linted).failures;
  }

  get text(): string {
    return this.texts.get(this.uri);
  }
}

const factsIn = rememberingLast(({ facts }: Linted) => JSON.parse(facts) as Facts);
const foundIn = rememberingLast(({ packed }: Linted) => unpack(packed));

const none: readonly never[] = [];
