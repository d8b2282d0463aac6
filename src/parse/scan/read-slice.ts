import type { Denial } from '../../model/denial.ts';
import { readWindow } from '../read-window.ts';

/** A line is read in pieces of this length, so that one endless line costs no more memory than others. */
const LONGEST_LINE = 16 * 1024;
/** What is quoted of a denial's lines. */
const LONGEST_EXCERPT = 4 * 1024;

/** Takes a denial and the lines of the input that it was read from. */
export type OnDenial = (denial: Denial, excerpt: string) => void;

interface Span {
  readonly from: number;
  readonly to: number;
}

interface Piece {
  readonly text: string;
  /** Line of the input, from 1. */
  readonly line: number;
  /** Offset of its first byte. */
  readonly at: number;
}

/** Reads the bytes of `context`, whose first line is `line`, and delivers the denials that begin in `core`. */
export function readSlice(bytes: Buffer, context: Span, core: Span, line: number, onDenial: OnDenial): void {
  const pieces = piecesOf(bytes, context, [core.from, core.to], line);
  const denials = readWindow(pieces.map(({ text }, index) => ({ text, line: index + 1 })));
  for (const denial of denials) {
    const [first, last] = denial.lines;
    const start = pieces[first - 1];
    const end = pieces[last - 1];
    if (start === undefined || end === undefined || start.at < core.from || start.at >= core.to) continue;
    onDenial({ ...denial, lines: [start.line, end.line] }, excerptOf(pieces, first, last));
  }
}

/** Lines, and pieces of long ones; also cut where a slice begins and ends, so that neighbours agree on what begins where. */
function piecesOf(bytes: Buffer, { from, to }: Span, cuts: readonly number[], line: number): Piece[] {
  const pieces: Piece[] = [];
  let number = line;
  let at = from;
  while (at < to) {
    const newline = bytes.indexOf(10, at);
    const cut = cuts.find((offset) => offset > at) ?? to;
    const end = Math.min(newline < 0 ? to : newline, to, cut, at + LONGEST_LINE);
    pieces.push({ text: bytes.toString('utf8', at, end).replace(/\r$/, ''), line: number, at });
    at = end;
    if (end === newline) {
      number += 1;
      at += 1;
    }
  }
  return pieces;
}

function excerptOf(pieces: readonly Piece[], first: number, last: number): string {
  let text = '';
  for (let index = first - 1; index < last && text.length < LONGEST_EXCERPT; index += 1) {
    const piece = pieces[index];
    if (piece === undefined) break;
    const joint = index === first - 1 || pieces[index - 1]?.line === piece.line ? '' : '\n';
    text += joint + piece.text;
  }
  return text.slice(0, LONGEST_EXCERPT);
}
