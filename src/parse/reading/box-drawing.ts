const BARS = /[\u2500-\u257f]+/g;

/**
 * Turns the bars of boxes (Terraform's `│`, tables) into line breaks: they stand where a line begins or ends, also in
 * text that a tool has flattened into one line.
 */
export function breakAtBars(line: string): string {
  return line.replace(BARS, '\n');
}
