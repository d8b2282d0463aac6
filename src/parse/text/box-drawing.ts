const ANY_BAR = /[\u2500-\u257f]/;
const INNER_BARS = /[\u2500-\u257f]+/g;

/**
 * Removes the bars of boxes and tables (such as Terraform's `│`) at the ends of a line. Bars inside a line become line breaks, because
 * a tool has joined the lines of a box.
 */
export function breakAtBars(line: string): string {
  if (!ANY_BAR.test(line)) return line;
  let from = 0;
  let to = line.length;
  while (from < to && isEdge(line[from])) from += 1;
  while (to > from && isEdge(line[to - 1])) to -= 1;
  return line.slice(from, to).replace(INNER_BARS, '\n');
}

function isEdge(character: string | undefined): boolean {
  return character !== undefined && (character === ' ' || character === '\t' || ANY_BAR.test(character));
}
