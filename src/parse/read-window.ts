import type { Denial } from '../model/denial.ts';
import { withAskedStep } from './around/asked-step.ts';
import { bucketLinesIn, withBucketAround } from './around/bucket-lines.ts';
import { credentialsSourcesIn, withCredentialsSource } from './around/credentials-source.ts';
import { withOrigins } from './around/origins.ts';
import { roleLinesIn, withRoleAround } from './around/role-lines.ts';
import { assemble } from './assemble/assemble.ts';
import { type Header, rowsAsRecords } from './shapes/cloudtrail/csv-rows.ts';
import { SHAPES } from './shapes/registry.ts';
import { type CleanLine, cleanLine, type NumberedLine } from './text/clean-lines.ts';
import { createDenseText } from './text/dense-text.ts';
import { toDenial } from './to-denial.ts';

/**
 * Reads the denials in some lines of a text. Each line comes with its number. `header` is that of the whole text, where it is a table of CloudTrail
 * events.
 */
export function readWindow(written: readonly NumberedLine[], header?: Header): readonly Denial[] {
  const lines = header?.isJson === true ? written : rowsAsRecords(written, header?.names);
  const sources = credentialsSourcesIn(lines);
  const clean: CleanLine[] = [];
  for (const { text, line } of lines) clean.push(...cleanLine(text, line));
  const dense = createDenseText(clean);
  const parts = SHAPES.flatMap((shape) => [...shape.find(dense, header?.names)]);
  const roles = roleLinesIn(lines);
  const buckets = bucketLinesIn(lines);
  const denials = assemble(parts, dense)
    .map((group) => toDenial(group, dense))
    .filter((denial) => denial !== undefined)
    .map((denial) => withRoleAround(withCredentialsSource(denial, sources), roles));
  return withOrigins(denials, lines, clean).map((denial) =>
    withBucketAround(withAskedStep(denial, lines, clean), buckets),
  );
}
