import { type Header, headerAtStart, LONGEST_HEADER } from '../shapes/cloudtrail/csv-rows.ts';
import { createFastestBuffer } from './fastest-buffer.ts';
import { type OnDenial, readSlice } from './read-slice.ts';
import type { CreateBuffer, SearchBuffer } from './search-buffer.ts';

/** An input up to this size is parsed as a whole, so that no context is cut off. Few people paste more. */
const READ_WHOLE = 256 * 1024;
/** Context around a hit, in lines, and in bytes at most: boxes, traces and objects span lines. */
const LINES_BEFORE = 25;
const LINES_AFTER = 40;
const BYTES_BEFORE = 16 * 1024;
const BYTES_AFTER = 32 * 1024;
/** A stretch of hits is parsed in slices of this size, much larger than the context that is parsed again with each of them. */
const SLICE = 64 * 1024;
/** Enough for a whole input, or for a slice with its context and the next bytes to search. Small enough for the processor's cache. */
const CAPACITY = READ_WHOLE + 2 * BYTES_AFTER;
const NEWLINE = 10;
const BLANK = 32;
const TAB = 9;

/** Finds the denials of a stream in constant memory. Call `end` once, after the last chunk. */
export interface WindowReader {
  push(chunk: Uint8Array): void;
  /**
   * Finds what can be found in the lines that have come so far, where nobody knows when more will: the denials behind which at least
   * `after` whole lines stand, as much context as there is to any. The others are looked for again with what comes.
   */
  readSoFar(after: 'some lines' | 'nothing'): void;
  end(): void;
}

/** Hits whose contexts touch, as offsets into the buffer. `to` is the end of their context, but maybe not yet that of `last`. */
interface Stretch {
  from: number;
  to: number;
  last: number;
}

/**
 * Creates a reader that searches a stream for needles and parses the lines around each hit. A slice is parsed with the lines around it
 * as context; a denial belongs to the slice that it begins in, so that none is found twice. `create` makes what a long stream is searched in.
 */
export function createWindowReader(onDenial: OnDenial, create: CreateBuffer = createFastestBuffer): WindowReader {
  let buffer: Buffer = Buffer.allocUnsafe(CAPACITY);
  let searchable: SearchBuffer | undefined;
  let length = 0;
  let searched = 0;
  let firstLine = 1;
  let streaming = false;
  let stretch: Stretch | undefined;
  let header: Header | undefined;
  /** No denial that begins before this offset is passed on: it was read already. */
  let done = 0;
  let pass = onDenial;

  /** The buffer, which can be searched from the first time that it has to be. */
  function toSearch(): SearchBuffer {
    if (searchable === undefined) {
      searchable = create(CAPACITY);
      buffer.copy(searchable.bytes, 0, 0, length);
      buffer = searchable.bytes;
    }
    return searchable;
  }

  function readHeader(): void {
    header ??= headerAtStart(buffer.toString('utf8', 0, Math.min(length, LONGEST_HEADER + 1)));
  }

  function search(atEnd: boolean): void {
    if (firstLine === 1) readHeader();
    const until = atEnd ? length : Math.max(searched, length - BYTES_AFTER);
    for (const hit of toSearch().hits(searched, until, length)) {
      if (stretch !== undefined && hit > stretch.to) stretch.to = linesAfter(buffer, stretch.last, length);
      if (stretch !== undefined && hit <= stretch.to) stretch.last = hit;
      else {
        finishStretch();
        stretch = { from: Math.max(done, linesBefore(buffer, hit)), to: hit, last: hit };
      }
    }
    searched = until;
    if (stretch === undefined) return;
    stretch.to = linesAfter(buffer, stretch.last, length);
    while (stretch.to - stretch.from > SLICE && (atEnd || stretch.from + SLICE + BYTES_AFTER <= length))
      readNext(stretch);
    if (atEnd || stretch.to < searched) finishStretch();
  }

  function finishStretch(): void {
    while (stretch !== undefined && stretch.from < stretch.to) readNext(stretch);
    stretch = undefined;
  }

  function readNext(open: Stretch): void {
    const to = open.to - open.from <= SLICE ? open.to : lineStartIn(buffer, open.from + 1, open.from + SLICE);
    const core = { from: open.from, to };
    const context = {
      from: linesBefore(buffer, core.from),
      to: linesAfter(buffer, Math.max(core.from, to - 1), length),
    };
    const line = firstLine + toSearch().lines(0, context.from);
    readSlice(buffer.subarray(0, length), context, core, { line, header }, pass);
    open.from = to;
    done = to;
  }

  /** Drops the bytes that no later hit can have in its context. */
  function forget(): void {
    const keep = Math.max(0, Math.min(stretch?.from ?? searched, searched) - BYTES_BEFORE);
    if (keep === 0) return;
    firstLine += toSearch().lines(0, keep);
    buffer.copyWithin(0, keep, length);
    length -= keep;
    searched -= keep;
    done = Math.max(0, done - keep);
    if (stretch !== undefined)
      stretch = { from: stretch.from - keep, to: stretch.to - keep, last: stretch.last - keep };
  }

  /** Reads everything up to `end` as if the text ended there, passes on what ends before the line `until`, and takes up its work again behind that. */
  function readAhead(end: number, until: number): void {
    const before = { done, length, from: stretch?.from ?? searched };
    let last = 0;
    pass = (denial, text) => {
      const [, lastLine] = denial.lines;
      if (lastLine >= until) return;
      last = Math.max(last, lastLine);
      onDenial(denial, text);
    };
    length = end;
    search(true);
    length = before.length;
    pass = onDenial;
    stretch = undefined;
    done = Math.max(before.done, last === 0 ? 0 : startOfLine(last + 1));
    searched = Math.max(done, before.from);
  }

  /** The offset at which a line of the input begins. */
  function startOfLine(line: number): number {
    let at = 0;
    for (let number = firstLine; number < line; number += 1) at = buffer.indexOf(NEWLINE, at) + 1;
    return at;
  }

  return {
    readSoFar(after) {
      const end = buffer.subarray(0, length).lastIndexOf(NEWLINE) + 1;
      if (end <= done) return;
      streaming = true;
      const lines = after === 'nothing' ? 0 : LINES_AFTER;
      readAhead(end, firstLine + toSearch().lines(0, end) - lines);
    },
    push(chunk) {
      for (let taken = 0; taken < chunk.length; ) {
        const part = chunk.subarray(taken, taken + buffer.length - length);
        buffer.set(part, length);
        length += part.length;
        taken += part.length;
        streaming ||= length > READ_WHOLE;
        if (length < buffer.length) continue;
        search(false);
        forget();
      }
    },
    end() {
      const all = { from: 0, to: length };
      if (!streaming) {
        readHeader();
        readSlice(buffer.subarray(0, length), all, all, { line: 1, header }, onDenial);
      } else search(true);
      length = 0;
    },
  };
}

/** The last start of a line in [from, to], or `to` if no line begins there. */
function lineStartIn(buffer: Buffer, from: number, to: number): number {
  const newline = buffer.lastIndexOf(NEWLINE, to - 1);
  return newline + 1 > from ? newline + 1 : to;
}

/** Where the context before `at` begins. An indented line belongs to the line above it, as in a pretty-printed object. */
function linesBefore(buffer: Buffer, at: number): number {
  const earliest = Math.max(0, at - BYTES_BEFORE);
  let start = at;
  for (let lines = 0; start > earliest; lines += 1) {
    const newline = buffer.lastIndexOf(NEWLINE, start - 1);
    if (newline < earliest) break;
    if (lines >= LINES_BEFORE && !isIndented(buffer, newline + 1)) return newline + 1;
    start = newline;
  }
  return earliest;
}

/** Where the context after `at` ends: not before the end of a pretty-printed object. */
function linesAfter(buffer: Buffer, at: number, length: number): number {
  const latest = Math.min(length, at + BYTES_AFTER);
  let end = at;
  for (let lines = 0; ; lines += 1) {
    const newline = buffer.indexOf(NEWLINE, end);
    if (newline < 0 || newline >= latest) return latest;
    if (lines >= LINES_AFTER && !isIndented(buffer, end)) return newline + 1;
    end = newline + 1;
  }
}

function isIndented(buffer: Buffer, lineStart: number): boolean {
  return buffer[lineStart] === BLANK || buffer[lineStart] === TAB;
}
