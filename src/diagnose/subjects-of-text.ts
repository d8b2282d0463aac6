import type { Denial } from '../model/denial.ts';
import { distinctDenials } from '../parse/distinct-denials.ts';
import { parseDenials } from '../parse/parse-denials.ts';
import type { Subject } from './subject.ts';

/** The distinct denials of a text, each with its own lines. For logs of any size there is the scanner. */
export function subjectsOfText(text: string): readonly Subject[] {
  const lines = text.split(/\r?\n/);
  return distinctDenials(parseDenials(text)).map(({ denial, count }) => ({
    denial,
    count,
    text: excerpt(lines, denial),
  }));
}

function excerpt(lines: readonly string[], denial: Denial): string {
  const [first, last] = denial.lines;
  return lines.slice(first - 1, last).join('\n');
}
