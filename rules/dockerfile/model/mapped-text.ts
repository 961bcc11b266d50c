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
    /** Undefined where the whole is a piece of the file as it is, which most texts are. */
    private readonly segments: readonly Segment[] | undefined,
    /** Where a piece of the file, or an empty text, stands. */
    private readonly place: number,
  ) {}

  /** A piece of the file as it is. */
  static verbatim(text: string, start: number): MappedText {
    return new MappedText(text, undefined, start);
  }

  /** A text that as a whole stands for a span. */
  static standingFor(text: string, { start, end }: Span): MappedText {
    return MappedText.of(text, text === '' ? [] : [{ at: 0, length: text.length, start, end }], start);
  }

  static join(parts: readonly MappedText[]): MappedText {
    if (parts.length === 1 && parts[0]) return parts[0];
    const segments: Segment[] = [];
    let text = '';
    for (const part of parts) {
      for (const segment of part.ownSegments) segments.push(moved(segment, text.length));
      text += part.text;
    }
    return MappedText.of(text, segments, parts[0]?.place ?? 0);
  }

  private static of(text: string, segments: readonly Segment[], place: number): MappedText {
    const [only, second] = segments;
    if (only === undefined) return new MappedText(text, undefined, place);
    return second === undefined && isVerbatim(only)
      ? new MappedText(text, undefined, only.start)
      : new MappedText(text, segments, place);
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
    if (end <= start) return new MappedText('', undefined, this.startOf(start));
    const text = this.text.slice(start, end);
    if (!this.segments) return new MappedText(text, undefined, this.place + start);
    const segments: Segment[] = [];
    for (let index = segmentAt(this.segments, start); index < this.segments.length; index += 1) {
      const segment = this.segments[index];
      if (!segment || segment.at >= end) break;
      segments.push(cut(segment, start, end));
    }
    return MappedText.of(text, segments, this.startOf(start));
  }

  /** The text without white space around it. */
  trim(): MappedText {
    if (isSolid(this.text.charCodeAt(0)) && isSolid(this.text.charCodeAt(this.text.length - 1))) return this;
    const from = this.text.length - this.text.trimStart().length;
    return this.slice(from, Math.max(from, this.text.trimEnd().length));
  }

  /** Where the character at `index` stands in the file; the end of the text behind the last one. */
  startOf(index: number): number {
    if (index >= this.text.length) return this.endOf(this.text.length);
    if (!this.segments) return this.place + index;
    const segment = this.segments[segmentAt(this.segments, index)];
    if (!segment) return this.place;
    return isVerbatim(segment) ? segment.start + (index - segment.at) : segment.start;
  }

  /** Where the character before `index` ends in the file. */
  endOf(index: number): number {
    if (!this.segments) return this.place + Math.max(0, Math.min(index, this.text.length));
    if (index <= 0) return this.segments[0]?.start ?? this.place;
    const segment = this.segments[segmentAt(this.segments, index - 1)];
    if (!segment) return this.place;
    return isVerbatim(segment) ? segment.start + (index - segment.at) : segment.end;
  }

  spanOf(start: number, end: number): Span {
    const from = this.startOf(start);
    return spanOf(from, end <= start ? from : Math.max(from, this.endOf(end)));
  }

  private get ownSegments(): readonly Segment[] {
    if (this.segments) return this.segments;
    const { place: start, length } = this;
    return length === 0 ? [] : [{ at: 0, length, start, end: start + length }];
  }
}

/** True for printed ASCII, which is no white space. */
const isSolid = (code: number): boolean => code > 0x20 && code < 0x7f;

/** The segment that holds a character. */
function segmentAt(segments: readonly Segment[], index: number): number {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle]?.at ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}

const moved = ({ at, length, start, end }: Segment, by: number): Segment => ({
  at: at + by,
  length,
  start,
  end,
});

const isVerbatim = (segment: Segment): boolean => segment.end - segment.start === segment.length;

function cut(segment: Segment, start: number, end: number): Segment {
  const before = Math.max(0, start - segment.at);
  const length = Math.min(segment.at + segment.length, end) - segment.at - before;
  const at = segment.at + before - start;
  return isVerbatim(segment)
    ? { at, length, start: segment.start + before, end: segment.start + before + length }
    : { ...segment, at, length };
}
