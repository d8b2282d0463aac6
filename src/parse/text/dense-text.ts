import type { CleanLine } from './clean-lines.ts';

/** No value or message is longer. To look any farther would make the cost of hostile text more than linear. */
const FARTHEST = 4_096;

/** Narrower lines have equal widths by chance. */
const NARROWEST = 40;

/** White space before a character: none, blanks, a line break, or an empty line. */
type Spacing = 0 | 1 | 2 | 3;
const [NONE, BLANK, BREAK, PARAGRAPH] = [0, 1, 2, 3] as const;
/** The kinds of white space by their names, from none to the widest. */
export const SPACING = { none: NONE, blank: BLANK, break: BREAK, paragraph: PARAGRAPH };

/**
 * A text without white space, which is what the grammar works on: terminals and tables wrap messages anywhere, even inside words. Where
 * there was white space is still known (`spacingBefore`), since some values end at nothing else. All positions are offsets into `text`.
 */
export interface DenseText {
  readonly text: string;
  /** `text` with A–Z in lower case; of the same length. */
  readonly lower: string;
  spacingBefore(at: number): Spacing;
  /** The next position in [from, to) with white space of at least this kind before it, or else `to`. Looks `FARTHEST` ahead at most. */
  nextSpacing(from: number, atLeast?: Spacing, to?: number): number;
  /** A part as it was written: with its blanks, and with `joint` for each line break. */
  written(from: number, to: number, joint?: '' | ' '): string;
  /** The line of the original text that this character is in, from 1. */
  lineAt(at: number): number;
  /** The line that the author wrote, since one line of JSON may contain several. */
  rowAt(at: number): number;
  /**
   * True if the line that ends before this character is as wide as one next to it, or as a terminal: then it was wrapped by force, maybe
   * inside a word. False if the next line begins with the same word, as the lines of a log do.
   */
  brokenByForce(at: number): boolean;
}

/** Creates the dense text of clean lines. Time and memory are linear in their length. */
export function createDenseText(lines: readonly CleanLine[]): DenseText {
  const words: string[] = [];
  const spacingStarts: number[] = [];
  const spacingKinds: Spacing[] = [];
  const lineStarts: number[] = [];
  const lineIndexes: number[] = [];
  let length = 0;
  let spacing: Spacing = BREAK;
  for (const [index, { text }] of lines.entries()) {
    let first = true;
    for (const match of text.matchAll(/[^\s\u200b\ufeff]+/g)) {
      const [word] = match;
      if (first) {
        lineStarts.push(length);
        lineIndexes.push(index);
      }
      spacingStarts.push(length);
      spacingKinds.push(first ? spacing : BLANK);
      words.push(word);
      length += word.length;
      first = false;
    }
    spacing = first && length > 0 ? PARAGRAPH : BREAK;
  }
  const dense = words.join('');
  const spacings = new Uint8Array(length + 1);
  for (const [index, start] of spacingStarts.entries()) spacings[start] = spacingKinds[index] ?? NONE;
  spacings[length] = PARAGRAPH;

  const nextSpacings: Int32Array[] = [];
  const widest = sharedWidth(lines);

  const rowAt = (at: number): number => lineIndexes[lastNotAfter(lineStarts, at)] ?? 0;

  return {
    text: dense,
    lower: dense.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()),
    spacingBefore: (at) => (spacings[at] ?? NONE) as Spacing, // only 0 to 3 are stored
    nextSpacing(from, atLeast = BLANK, to = length) {
      nextSpacings[atLeast] ??= nextSpacingsOf(spacings, atLeast);
      const end = Math.min(length, to, from + FARTHEST);
      return Math.max(Math.min(from, length), Math.min(end, nextSpacings[atLeast][from] ?? length));
    },
    written(from, to, joint = '') {
      let text = '';
      let start = from;
      for (let at = from + 1; at < to; at += 1) {
        const before = spacings[at];
        if (before === NONE) continue;
        text += dense.slice(start, at) + (before === BLANK ? ' ' : joint);
        start = at;
      }
      return text + dense.slice(start, to);
    },
    lineAt: (at) => lines[rowAt(at)]?.line ?? 1,
    rowAt,
    brokenByForce(at) {
      const index = rowAt(at - 1);
      const width = lines[index]?.width ?? 0;
      if (firstWord(lines[index]) === firstWord(lines[index + 1])) return false;
      if (width < NARROWEST) return false;
      return width === widest || fills(lines[index - 1], width) || fills(lines[index + 1], width);
    },
  };
}

/** For each position the next one with white space of at least this kind, as a table: it is looked up far too often to search for it. */
function nextSpacingsOf(spacings: Uint8Array, atLeast: Spacing): Int32Array {
  const next = new Int32Array(spacings.length);
  let found = spacings.length - 1;
  for (let at = spacings.length - 1; at >= 0; at -= 1) {
    if ((spacings[at] ?? NONE) >= atLeast) found = at;
    next[at] = found;
  }
  return next;
}

/** The width of the terminal: that of the widest line, if lines that begin with different words share it. Undefined if none do. */
function sharedWidth(lines: readonly CleanLine[]): number | undefined {
  let widest: CleanLine | undefined;
  let shared = false;
  for (const line of lines) {
    if (widest === undefined || line.width > widest.width) {
      widest = line;
      shared = false;
    } else if (line.width === widest.width) shared ||= firstWord(line) !== firstWord(widest);
  }
  return shared ? widest?.width : undefined;
}

/** True if the line takes up that width; a line that was wrapped at a blank does so with the blank. */
function fills(line: CleanLine | undefined, width: number): boolean {
  return line !== undefined && (line.width === width || line.paddedWidth === width);
}

function firstWord(line: CleanLine | undefined): string | undefined {
  return line && /^\S{1,200}/.exec(line.text)?.[0];
}

/** Index of the last of the sorted numbers that is not greater than `value`; 0 if all are greater. */
function lastNotAfter(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
