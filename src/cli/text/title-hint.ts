/** What the titles of AWS's troubleshooting pages, and of people's questions, are about. */
const ABOUT_ACCESS =
  /access(?:[\s-]?is)?[\s-]?denied|not\s+authori[sz]ed|unauthori[sz]ed|forbidden|\b403\b|assume\s+(?:a|the|an|my|another)?\s*(?:\w+\s+)?role|pass\s*role|pass(?:ing)?\s+a\s+role|permissions?\b.{0,40}\b(?:error|missing|denied)|switch\s+roles?/i;

/** Longer than any title, and shorter than most outputs. */
const LONGEST = 300;

const HINT =
  'this looks like the title of an error; paste the error itself, as AWS or the program printed it: the lines with "is not authorized to perform: …" or "An error occurred (AccessDenied) when calling the … operation: …". Without one, ask with: denytrace can <principal> <action> <resource>';

/** What to paste instead, where a text without a denial is about one: `AccessDeniedException – I Can't Assume a Role`. Undefined for any other text. */
export function titleHint(text: string): string | undefined {
  return text.length <= LONGEST && ABOUT_ACCESS.test(text) ? HINT : undefined;
}
