import type { Denial } from '../../model/denial.ts';
import { parseDenials } from '../../parse/parse-denials.ts';
import { timeStampIn } from '../../request/clock.ts';

/**
 * Of the lines of a denial, what it takes to read the same denial again: what comes before it on its first line and after it on its last line
 * is left out, but for the time. Lines that are read otherwise without it stay whole.
 */
export function ownWords(text: string, denial: Denial): string {
  const wanted = fingerprint(denial);
  const isSame = (candidate: string) => {
    const [first, ...more] = parseDenials(candidate);
    return first !== undefined && more.length === 0 && fingerprint(first) === wanted;
  };
  if (!isSame(text)) return text;
  const stamp = timeStampIn(text);
  const withTime = (rest: string) => (stamp === timeStampIn(rest) ? rest : `${stamp} ${rest}`);
  const firstLine = text.search(/\n|$/);
  const starts = Array.from(text.slice(0, firstLine).matchAll(/\S{1,4096}/g), ({ index }) => index);
  const begun = withTime(text.slice(latest(starts, (start) => isSame(withTime(text.slice(start)))) ?? 0));
  const lastLine = begun.lastIndexOf('\n') + 1;
  const ends = Array.from(
    begun.slice(lastLine).matchAll(/\S{1,4096}/g),
    ({ index, 0: word }) => lastLine + index + word.length,
  );
  const kept = begun.slice(
    0,
    latest(ends.toReversed(), (end) => isSame(withTime(begun.slice(0, end)))) ?? begun.length,
  );
  return isSame(withTime(kept)) ? withTime(kept) : text;
}

/** The denial without the place at which it is. Who asked for the call is not kept in a recording. */
function fingerprint({ lines: _lines, origin: _origin, nearby: _nearby, ...rest }: Denial): string {
  return JSON.stringify(rest);
}

/** The last of the cuts that leaves the denial as it is, where every cut before one that does is one as well. */
function latest(cuts: readonly number[], isGood: (cut: number) => boolean): number | undefined {
  let [good, bad] = [-1, cuts.length];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    const cut = cuts[middle];
    if (cut !== undefined && isGood(cut)) good = middle;
    else bad = middle;
  }
  return cuts[good];
}
