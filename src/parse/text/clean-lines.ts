import { stripAnsi } from './ansi.ts';
import { breakAtBars } from './box-drawing.ts';
import { undoEntities } from './entities.ts';
import { undoEscapes } from './escapes.ts';
import { stripLogPrefix } from './log-prefix.ts';

/** A line as its author wrote it, before shells, terminals, loggers and serializers; `line` is where it stands, from 1. */
export interface CleanLine {
  readonly text: string;
  readonly line: number;
  /** Columns that the line filled, prefix included, without and with blanks at its end; lines of one width are wrapped by force. */
  readonly width: number;
  readonly paddedWidth: number;
}

const HTML_BREAK = /[\n\r]|<br\s{0,4}\/?>/;

/** Undoes what was done to a message on its way, line by line. One line may yield several: `\n` inside JSON is a break. */
export function cleanLine(raw: string, line: number): CleanLine[] {
  const plain = stripAnsi(raw);
  const text = stripAnsi(unescaped(plain));
  const rows = text.split(text.includes('<br') ? HTML_BREAK : /[\n\r]/).flatMap((row) => breakAtBars(row).split('\n'));
  if (rows.length === 1) return [toCleanLine(rows[0] ?? '', line, plain)];
  const lines = rows.map((row) => toCleanLine(row, line, row));
  // A prefix before a box is no empty line.
  return lines[0]?.text === '' ? lines.slice(1) : lines;
}

/** JSON may have been put into HTML, and HTML into JSON. */
function unescaped(line: string): string {
  const once = undoEscapes(line);
  const plain = undoEntities(once);
  return plain === once ? plain : undoEscapes(plain);
}

function toCleanLine(text: string, line: number, written: string): CleanLine {
  return { text: stripLogPrefix(text), line, width: written.trimEnd().length, paddedWidth: written.length };
}
