import { createHash } from 'node:crypto';
import { type Answer, answerTo, isQuestion, type Listener } from './file-system';

/** What was asked of the file system, in order, and a digest of all answers. */
export interface Traced {
  /** For each the name of the question, a blank and the path; between them what no path can hold. */
  readonly questions: string;
  readonly answers: string;
}

/** One digest for many answers, which is much quicker than one for each. */
class Digest {
  readonly #hash = createHash('sha256');

  add(answer: Answer): void {
    // With kind and length before them, no two lists of answers are the same to the digest.
    const head = `${typeof answer} ${answer.length}\n`;
    if (typeof answer === 'string') this.#hash.update(head + answer);
    else this.#hash.update(head).update(answer);
  }

  end(): string {
    return this.#hash.digest('base64url');
  }
}

const separator = '\0';

/** Many texts one after another, as bytes: they take less room than texts, and none where the collector looks. */
class PackedTexts {
  readonly #pieces: Buffer[] = [];
  #waiting: string[] = [];

  add(text: string): void {
    this.#waiting.push(text);
    if (this.#waiting.length === 500) this.#pack();
  }

  end(): string {
    this.#pack();
    return this.#pieces.map(String).join(separator);
  }

  #pack(): void {
    if (this.#waiting.length > 0) this.#pieces.push(Buffer.from(this.#waiting.join(separator)));
    this.#waiting = [];
  }
}

/** Listens to what is asked of the file system, so that it can be asked again whether all is as it was. */
export class Trace {
  readonly #questions = new PackedTexts();
  readonly #answers = new Digest();

  readonly listener: Listener = (question, path, answer) => {
    this.#questions.add(`${question} ${path}`);
    this.#answers.add(answer);
  };

  /** To be asked once. */
  end(): Traced {
    return { questions: this.#questions.end(), answers: this.#answers.end() };
  }
}

/** One after another: an array of them would take as much room again. */
function* linesOf(questions: string): Generator<string> {
  for (let at = 0; at < questions.length; ) {
    const end = questions.indexOf(separator, at);
    const line = questions.slice(at, end < 0 ? undefined : end);
    yield line;
    at += line.length + 1;
  }
}

/** True where the file system answers each question as it did. */
export function isAsBefore({ questions, answers }: Traced): boolean {
  const now = new Digest();
  for (const line of linesOf(questions)) {
    const blank = line.indexOf(' ');
    const question = line.slice(0, blank);
    if (!isQuestion(question)) return false;
    now.add(answerTo(question, line.slice(blank + 1)));
  }
  return now.end() === answers;
}
