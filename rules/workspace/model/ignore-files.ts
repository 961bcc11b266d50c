import { IgnoreRules, ignoreLines } from '../../dockerfile/model/ignore/ignore-file';
import type { ContextCopyFact, IgnoreFileFact } from '../../facts';
import { lookup, type Shown, shown } from '../../lookup';
import { lineEndOf, spanOf, type TextEdit } from '../../text';

type IgnoreFile = Shown<IgnoreFileFact>;

/** The .dockerignore that counts for a Dockerfile. */
export interface FoundIgnoreFile {
  readonly file: IgnoreFile;
  /**
   * True where it is named after the Dockerfile or stands beside it. Farther up it counts if that folder is the context,
   * which the files do not tell.
   */
  readonly isBeside: boolean;
  /** Undefined where Docker refuses a line, or its meaning is not sure. */
  readonly rules: IgnoreRules | undefined;
}

/** The .dockerignore files of a workspace. */
class IgnoreFiles {
  private readonly byUri: ReadonlyMap<string, IgnoreFile>;
  private readonly rules = new Map<string, IgnoreRules | undefined>();

  constructor(files: Iterable<IgnoreFile>) {
    this.byUri = new Map([...files].map((file) => [file.uri, file]));
  }

  /** The one that is named after the Dockerfile, else the one beside it, else the nearest above. */
  of(dockerfile: string): FoundIgnoreFile | undefined {
    const own = this.byUri.get(`${dockerfile}.dockerignore`);
    if (own) return this.found(own, true);
    const folder = folderOf(dockerfile);
    for (let at = folder; at.length > 0; at = folderOf(at)) {
      const file = this.byUri.get(`${at}/.dockerignore`);
      if (file) return this.found(file, at === folder);
      if (at.endsWith('/') || !at.includes('/')) break;
    }
    return undefined;
  }

  private found(file: IgnoreFile, isBeside: boolean): FoundIgnoreFile {
    if (!this.rules.has(file.uri)) this.rules.set(file.uri, IgnoreRules.of(file.lines));
    return { file, isBeside, rules: this.rules.get(file.uri) };
  }
}

export const ignoreFiles = lookup('ignoreFiles', shown, (all) => new IgnoreFiles(all));

const folderOf = (uri: string): string => uri.slice(0, Math.max(0, uri.lastIndexOf('/')));

/** True for `COPY .` and `COPY *`, which bring all of the context. */
export const bringsAll = ({ source, hasExcludes }: ContextCopyFact): boolean =>
  (source === '.' || source === '/' || source === '*') && !hasExcludes;

/** The lines at the end of the file, in its style. */
export function appendLines(text: string, lines: readonly string[]): TextEdit {
  const lineBreak = lineEndOf(text);
  const before = text === '' || text.endsWith('\n') ? '' : lineBreak;
  return {
    span: spanOf(text.length, text.length),
    text: before + lines.map((line) => line + lineBreak).join(''),
  };
}

/** What no image needs, and what is a secret: lines for a .dockerignore. */
const advised = [
  '.git',
  '**/.env',
  '**/.env.*',
  '**/.npmrc',
  '**/.netrc',
  '**/.aws',
  '**/.kube',
  '**/.ssh',
  '**/id_rsa',
  '**/id_ed25519',
  '**/*.key',
  '**/*.p12',
  '**/*.pfx',
  '**/*.tfstate',
];

/** A new .dockerignore, without lines that would leave out what the Dockerfile copies by name. */
export function newIgnoreFile(copies: readonly ContextCopyFact[], like: string): string {
  const lineBreak = lineEndOf(like);
  const lines = advised.filter((line) => {
    const rules = IgnoreRules.of(ignoreLines(line));
    return !copies.some(({ source }) => rules?.leavesOut(source));
  });
  return lines.map((line) => line + lineBreak).join('');
}
