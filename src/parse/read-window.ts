import type { Denial } from '../model/denial.ts';
import { assemble } from './assemble/assemble.ts';
import { credentialsSourcesIn, withCredentialsSource } from './credentials-source.ts';
import { SHAPES } from './shapes/registry.ts';
import { type CleanLine, cleanLine } from './text/clean-lines.ts';
import { createDenseText } from './text/dense-text.ts';
import { toDenial } from './to-denial.ts';

/** Reads the denials in some lines of a text. Each line comes with its number. */
export function readWindow(lines: readonly { text: string; line: number }[]): Denial[] {
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
