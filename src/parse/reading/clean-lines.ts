import { stripAnsi } from './ansi.ts';
import { breakAtBars } from './box-drawing.ts';
import { undoEntities } from './entities.ts';
import { undoEscapes } from './escapes.ts';
import { stripLogPrefix } from './log-prefix.ts';

/** A line as its author wrote it, before shells, terminals, loggers and serializers; `line` is where it stands, from 1. */
export interface CleanLine {
  readonly text: string;
  readonly line: number;
  /** Columns that the line filled, prefix included; lines of one width are wrapped by force. */
  readonly width: number;
}

/** Undoes what was done to a message on its way, line by line. One line may yield several: `\n` inside JSON is a break. */
export function cleanLine(raw: string, line: number): CleanLine[] {
  const plain = stripAnsi(raw);
  const width = plain.trimEnd().length;
  const text = breakAtBars(stripAnsi(undoEntities(undoEscapes(plain))));
  if (!/[\n\r]/.test(text)) return [{ text: stripLogPrefix(text), line, width }];
  // Only the last part ends where the line did.
  const parts = text.split(/[\n\r]/).map(stripLogPrefix);
  const lines = parts.map((part, index) => ({ text: part, line, width: index + 1 < parts.length ? 0 : width }));
  // A prefix before a box is no empty line.
  return parts[0] === '' ? lines.slice(1) : lines;
}
