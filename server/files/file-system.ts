import { type Dirent, existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { RecentMap } from '../recent-map';
import {
  type BodySource,
  type Bytes,
  bodySourceOf,
  readBytes,
  type Source,
  sourceOf,
  whyOf,
} from './local-files';

/** Told of a question, the path that it is about, and what the file system has answered. */
export type Listener = (question: Question, path: string, answer: Answer) => void;

/** The same as long as nothing has changed. Bytes are good only until the next question. */
export type Answer = string | Uint8Array;

const tellEntry = (entry: Dirent): string =>
  `${entry.isDirectory() ? 'd' : entry.isSymbolicLink() ? 'l' : 'f'}${entry.name}`;

const tellBytes = (bytes: Bytes): Answer =>
  bytes.kind === 'bytes' ? bytes.bytes : bytes.kind === 'missing' ? 'missing' : bytes.why;

/** How each question is asked, and how its answer is told. */
const questions = {
  exists: (file: string): Asked<boolean> => told(existsSync(file), String),
  isFolder: (file: string): Asked<boolean> => told(statSync(file).isDirectory(), String),
  list: (folder: string): Asked<readonly Dirent[]> =>
    told(readdirSync(folder, { withFileTypes: true }), (entries) => entries.map(tellEntry).join('\0')),
  realpath: (file: string): Asked<string> => told(realpathSync(file), String),
  read: (file: string): Asked<Bytes> => told(readBytes(file), tellBytes),
};

interface Asked<Value> {
  readonly value: Value;
  readonly answer: Answer;
}

const told = <Value>(value: Value, tell: (value: Value) => Answer): Asked<Value> => ({
  value,
  answer: tell(value),
});

export type Question = keyof typeof questions;

export const isQuestion = (name: string): name is Question => Object.hasOwn(questions, name);

/** What the file system answers now. */
export function answerTo(question: Question, file: string): Answer {
  try {
    return questions[question](file).answer;
  } catch (error) {
    return refused(error);
  }
}

const refused = (error: unknown): string => `refused: ${whyOf(error)}`;

/** Names that are looked for in each folder, and are in few. */
const isSought = (name: string): boolean => name.startsWith('.') || name.endsWith('.dockerignore');

/**
 * All that an audit asks of the file system about its input, so that somebody can listen to it. What a listing has told
 * already is not asked again.
 */
export class FileSystem {
  /** Of folders that were listed: the names in them that are sought. File systems may take `.Git` for `.git`. */
  readonly #sought = new RecentMap<string, readonly string[]>();

  /** Each file asks for the repository that it stands in, so for the same folders above. */
  readonly #existing = new Map<string, boolean>();

  constructor(private readonly listener: Listener = () => {}) {}

  readonly exists = (file: string): boolean => {
    if (this.#isMissing(file)) return false;
    const known = this.#existing.get(file) ?? this.#ask('exists', file);
    this.#existing.set(file, known);
    return known;
  };

  /** @throws where there is nothing at that path. */
  isFolder(file: string): boolean {
    return this.#ask('isFolder', file);
  }

  /** @throws where it cannot be listed. */
  list(folder: string): readonly Dirent[] {
    const entries = this.#ask('list', folder);
    const sought = entries.flatMap(({ name }) => (isSought(name) ? [name.toLowerCase()] : []));
    this.#sought.set(folder, sought.length > 0 ? sought : none);
    return entries;
  }

  /** @throws where there is nothing at that path. */
  realpath(file: string): string {
    return this.#ask('realpath', file);
  }

  read(file: string): Source {
    return sourceOf(this.#read(file));
  }

  /** As `read`, but the text is left as bytes. */
  readBody(file: string): BodySource {
    return bodySourceOf(this.#read(file));
  }

  #read(file: string): Bytes {
    return this.#isMissing(file) ? { kind: 'missing' } : this.#ask('read', file);
  }

  #isMissing(file: string): boolean {
    const name = path.basename(file).toLowerCase();
    return isSought(name) && this.#sought.get(path.dirname(file))?.includes(name) === false;
  }

  #ask<Name extends Question>(question: Name, file: string): ReturnType<(typeof questions)[Name]>['value'] {
    try {
      const { value, answer } = questions[question](file);
      this.listener(question, file, answer);
      return value;
    } catch (error) {
      this.listener(question, file, refused(error));
      throw error;
    }
  }
}

const none: readonly string[] = [];
