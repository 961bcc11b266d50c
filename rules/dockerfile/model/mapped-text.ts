import { type Span, spanOf } from '../../text';

/** A stretch of a mapped text that stands for one stretch of the file. */
interface Segment {
  /** Where it begins in the mapped text. */
  readonly at: number;
  readonly length: number;
  /** What it stands for in the file; as long as the segment where it was taken as it is. */
  readonly start: number;
  readonly end: number;
}

/**
 * A text that was made from pieces of the file (continuations taken out, escapes undone) and that knows for every
 * character where it stands there.
 */
export class MappedText {
  private constructor(
    readonly text: string,
    private readonly segments: readonly Segment[],
    /** Where an empty text stands. */
    private readonly place: number,
  ) {}

  /** A piece of the file as it is. */
  static verbatim(text: string, start: number): MappedText {
    return new MappedText(
      text,
      text === '' ? [] : [{ at: 0, length: text.length, start, end: start + text.length }],
      start,
    );
  }

  /** A text that as a whole stands for a span. */
  static standingFor(text: string, { start, end }: Span): MappedText {
    return new MappedText(text, text === '' ? [] : [{ at: 0, length: text.length, start, end }], start);
  }

  static join(parts: readonly MappedText[]): MappedText {
    if (parts.length === 1 && parts[0]) return parts[0];
    const segments: Segment[] = [];
    let at = 0;
    for (const part of parts) {
      for (const segment of part.segments) segments.push({ ...segment, at: segment.at + at });
      at += part.text.length;
    }
    return new MappedText(parts.map((part) => part.text).join(''), segments, parts[0]?.place ?? 0);
  }

  get length(): number {
    return this.text.length;
  }

  /** The span of the whole. */
  get span(): Span {
    return this.spanOf(0, this.text.length);
  }

  slice(start: number, end: number = this.text.length): MappedText {
    if (start === 0 && end === this.text.length) return this;
    const place = this.startOf(start);
    if (end <= start) return new MappedText('', [], place);
    const segments: Segment[] = [];
    for (let index = this.segmentAt(start); index < this.segments.length; index += 1) {
      const segment = this.segments[index];
      if (!segment || segment.at >= end) break;
      segments.push(cut(segment, start, end));
    }
    return new MappedText(this.text.slice(start, end), segments, place);
  }

  /** The text without white space around it. */
  trim(): MappedText {
    const from = this.text.length - this.text.trimStart().length;
    return this.slice(from, Math.max(from, this.text.trimEnd().length));
  }

  /** Where the character at `index` stands in the file; the end of the text behind the last one. */
  startOf(index: number): number {
    if (index >= this.text.length) return this.endOf(this.text.length);
    const segment = this.segments[this.segmentAt(index)];
    if (!segment) return this.place;
    return isVerbatim(segment) ? segment.start + (index - segment.at) : segment.start;
  }

  /** Where the character before `index` ends in the file. */
  endOf(index: number): number {
    if (index <= 0) return this.segments[0]?.start ?? this.place;
    const segment = this.segments[this.segmentAt(index - 1)];
    if (!segment) return this.place;
    return isVerbatim(segment) ? segment.start + (index - segment.at) : segment.end;
  }

  spanOf(start: number, end: number): Span {
    const from = this.startOf(start);
    return spanOf(from, end <= start ? from : Math.max(from, this.endOf(end)));
  }

  private segmentAt(index: number): number {
    let low = 0;
    let high = this.segments.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.segments[middle]?.at ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

const isVerbatim = (segment: Segment): boolean => segment.end - segment.start === segment.length;

function cut(segment: Segment, start: number, end: number): Segment {
  const before = Math.max(0, start - segment.at);
  const length = Math.min(segment.at + segment.length, end) - segment.at - before;
  const at = segment.at + before - start;
  return isVerbatim(segment)
    ? { at, length, start: segment.start + before, end: segment.start + before + length }
    : { ...segment, at, length };
}
