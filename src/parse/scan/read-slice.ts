import type { Denial } from '../../model/denial.ts';
import { readWindow } from '../read-window.ts';
import type { Header } from '../shapes/cloudtrail/csv-rows.ts';

/** Longer lines are read in pieces, so that an endless line takes no more memory than others. */
const LONGEST_LINE = 16 * 1024;
/** A row that is cut is none: one of a table may have a record of CloudTrail in it, with a policy document among its parameters. */
const LONGEST_ROW = 64 * 1024;
/** How much of a denial's lines is quoted. */
const LONGEST_EXCERPT = 4 * 1024;

/** Receives a denial and the lines of the input that it was read from. */
export type OnDenial = (denial: Denial, excerpt: string) => void;

interface Span {
  readonly from: number;
  readonly to: number;
}

interface Piece {
  readonly text: string;
  /** Line of the input, from 1. */
  readonly line: number;
  /** The offset of its first byte. */
  readonly at: number;
}

/** Where a slice is in the whole input. */
export interface Place {
  /** The line that its context begins in, from 1. */
  readonly line: number;
  /** Where the whole input is a table of CloudTrail events. */
  readonly header?: Header | undefined;
}

/** Parses the bytes of `context` and passes on the denials that begin inside `core`. */
export function readSlice(bytes: Buffer, context: Span, core: Span, { line, header }: Place, onDenial: OnDenial): void {
  const pieces = piecesOf(
    bytes,
    context,
    [core.from, core.to],
    line,
    header?.isJson === false ? LONGEST_ROW : LONGEST_LINE,
  );
  const denials = readWindow(
    pieces.map(({ text }, index) => ({ text, line: index + 1 })),
    header,
  );
  for (const denial of denials) {
    const [first, last] = denial.lines;
    const start = pieces[first - 1];
    const end = pieces[last - 1];
    if (start === undefined || end === undefined || start.at < core.from || start.at >= core.to) continue;
    onDenial(placed(denial, [start.line, end.line], pieces), excerptOf(pieces, first, last));
  }
}

/** The denial with the lines of the input, in place of those of the slice. */
function placed(denial: Denial, lines: Denial['lines'], pieces: readonly Piece[]): Denial {
  if (denial.nearby === undefined) return { ...denial, lines };
  const lineOf = (line: number | null) => (line === null ? null : (pieces[line - 1]?.line ?? line));
  return { ...denial, lines, nearby: denial.nearby.map((found) => ({ ...found, line: lineOf(found.line) })) };
}

/** The lines, long ones in pieces. Also cut at both ends of the core, so that adjacent slices agree on which of them a denial begins in. */
function piecesOf(bytes: Buffer, { from, to }: Span, cuts: readonly number[], line: number, longest: number): Piece[] {
  const pieces: Piece[] = [];
  let number = line;
  let at = from;
  while (at < to) {
    const newline = bytes.indexOf(10, at);
    const cut = cuts.find((offset) => offset > at) ?? to;
    const end = Math.min(newline < 0 ? to : newline, to, cut, at + longest);
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
