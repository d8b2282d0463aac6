import type { Denial } from '../model/denial.ts';
import { assemble } from './assemble/assemble.ts';
import { credentialsSourcesIn, withCredentialsSource } from './credentials-source.ts';
import { type NumberedLine, rowsAsRecords } from './shapes/cloudtrail/csv-rows.ts';
import { SHAPES } from './shapes/registry.ts';
import { type CleanLine, cleanLine } from './text/clean-lines.ts';
import { createDenseText } from './text/dense-text.ts';
import { toDenial } from './to-denial.ts';

/**
 * Reads the denials in some lines of a text. Each line comes with its number. `header` names the columns where the whole text is a table of
 * CloudTrail events.
 */
export function readWindow(written: readonly NumberedLine[], header?: readonly string[]): Denial[] {
  const lines = rowsAsRecords(written, header);
  const sources = credentialsSourcesIn(lines);
  const clean: CleanLine[] = [];
  for (const { text, line } of lines) clean.push(...cleanLine(text, line));
  const dense = createDenseText(clean);
  const parts = SHAPES.flatMap((shape) => [...shape.find(dense)]);
  return assemble(parts, dense)
    .map((group) => toDenial(group, dense))
    .filter((denial) => denial !== undefined)
    .map((denial) => withCredentialsSource(denial, sources));
}
