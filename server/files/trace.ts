import { createHash } from 'node:crypto';
import { type Answer, answerTo, isQuestion, type Listener } from './file-system';

/** What was asked of the file system, in order, and a digest of all answers. */
export interface Traced {
  /** The name of a question, a blank and the path. */
  readonly questions: readonly string[];
  readonly answers: string;
}

/** One digest for many answers, which is much quicker than one for each. */
class Digest {
  readonly #hash = createHash('sha256');

  add(answer: Answer): void {
    // With kind and length before them, no two lists of answers are the same to the digest.
    this.#hash.update(`${typeof answer} ${answer.length}\n`).update(answer);
  }

  end(): string {
    return this.#hash.digest('base64url');
  }
}

/** Listens to what is asked of the file system, so that it can be asked again whether all is as it was. */
export class Trace {
  readonly #questions: string[] = [];
  readonly #answers = new Digest();

  readonly listener: Listener = (question, path, answer) => {
    this.#questions.push(`${question} ${path}`);
    this.#answers.add(answer);
  };

  /** To be asked once. */
  end(): Traced {
    return { questions: this.#questions, answers: this.#answers.end() };
  }
}

/** True where the file system answers each question as it did. */
export function isAsBefore({ questions, answers }: Traced): boolean {
  const now = new Digest();
  for (const line of questions) {
    const blank = line.indexOf(' ');
    const question = line.slice(0, blank);
    if (!isQuestion(question)) return false;
    now.add(answerTo(question, line.slice(blank + 1)));
  }
  return now.end() === answers;
}
