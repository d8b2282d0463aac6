/** The length of the longest names in AWS. Anything longer is not cut. */
const LONGEST = 128;
/** What is shorter may be the beginning of another name by chance. */
const SHORTEST = 4;

/** Pieces of patterns next to a wildcard: `ci` in `ci*`. Names with such a piece in them are cut at it. */
export class Fragments {
  readonly before = new Set<string>();
  readonly after = new Set<string>();
  readonly within = new Set<string>();

  /** Adds a name or pattern by its parts, wildcards among them. */
  add(parts: readonly string[]): void {
    for (const [index, part] of parts.entries()) {
      if (part.length > LONGEST) continue;
      const [follows, leads] = [isWildcard(parts[index - 1]), isWildcard(parts[index + 1])];
      if (follows && leads) this.within.add(part);
      else if (leads) this.before.add(part);
      else if (follows) this.after.add(part);
    }
  }

  /**
   * Adds the pieces that others begin or end with: `deploy` of `deployer`, so that the one is still a part of the other. Not where it would
   * cut a fragment in two.
   */
  addEnds(pieces: ReadonlySet<string>): void {
    const patterns = [...this.before, ...this.after, ...this.within];
    for (const piece of pieces) {
      if (piece.length > LONGEST) continue;
      for (let length = SHORTEST; length < piece.length; length += 1) {
        const [begin, end] = [piece.slice(0, length), piece.slice(-length)];
        if (pieces.has(begin) && !patterns.some((each) => overlaps(piece, length, each))) this.before.add(begin);
        if (pieces.has(end) && !patterns.some((each) => overlaps(piece, piece.length - length, each)))
          this.after.add(end);
      }
    }
  }
}

/** True where the fragment is in the piece on both sides of the cut. */
function overlaps(piece: string, cut: number, fragment: string): boolean {
  const at = piece.lastIndexOf(fragment, cut - 1);
  return at >= 0 && at + fragment.length > cut;
}

function isWildcard(part: string | undefined): boolean {
  return part === '*' || part === '?';
}

/** Where to cut a piece: wherever a fragment begins or ends in it. */
export function cutPoints(piece: string, { before, after, within }: Fragments): readonly string[] {
  if (piece.length > LONGEST || before.size + after.size + within.size === 0) return [piece];
  const cuts = new Set<number>();
  for (let at = 1; at < piece.length; at += 1)
    if (before.has(piece.slice(0, at)) || after.has(piece.slice(at))) cuts.add(at);
  if (within.size > 0)
    for (let from = 0; from < piece.length; from += 1)
      for (let to = from + 1; to <= piece.length; to += 1)
        if (within.has(piece.slice(from, to))) cuts.add(from).add(to);
  const ends = [...cuts, piece.length].filter((cut) => cut > 0).sort((left, right) => left - right);
  return [...new Set(ends)].map((end, index, all) => piece.slice(all[index - 1] ?? 0, end));
}
