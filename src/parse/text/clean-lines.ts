import { stripAnsi } from './ansi.ts';
import { breakAtBars } from './box-drawing.ts';
import { undoEntities } from './entities.ts';
import { undoEscapes } from './escapes.ts';
import { stripLogPrefix } from './log-prefix.ts';

/** A line of a text, with its number from 1. */
export interface NumberedLine {
  readonly text: string;
  readonly line: number;
}

/** A line as its author wrote it, without what shells, terminals, loggers and serializers did to it. `line` is its number, from 1. */
export interface CleanLine {
  readonly text: string;
  readonly line: number;
  /** The columns that the line took up, prefix included, without and with the blanks at its end: lines of equal width were wrapped by a terminal. */
  readonly width: number;
  readonly paddedWidth: number;
}

const HTML_BREAK = /[\n\r]|<br\s{0,4}\/?>/;

/** Undoes everything that was done to a line on its way. One line may become several: `\n` inside JSON is a line break. */
export function cleanLine(raw: string, line: number): CleanLine[] {
  const plain = stripAnsi(raw);
  const text = stripAnsi(unescaped(plain));
  const rows = text.split(text.includes('<br') ? HTML_BREAK : /[\n\r]/).flatMap((row) => breakAtBars(row).split('\n'));
  if (rows.length === 1) return [toCleanLine(rows[0] ?? '', line, plain)];
  const lines = rows.map((row) => toCleanLine(row, line, row));
  // What is before a box may be a prefix only, which is not an empty line.
  return lines[0]?.text === '' ? lines.slice(1) : lines;
}

/** JSON may be inside HTML, and HTML inside JSON. */
function unescaped(line: string): string {
  const once = undoEscapes(line);
  const plain = undoEntities(once);
  return plain === once ? plain : undoEscapes(plain);
}

function toCleanLine(text: string, line: number, written: string): CleanLine {
  return { text: stripLogPrefix(text), line, width: written.trimEnd().length, paddedWidth: written.length };
}
