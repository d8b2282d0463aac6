import { NEEDLES, PROBES } from './needles.ts';

/** A probe, and the needles that hold it, with its offset in them. */
interface Search {
  readonly probe: Buffer;
  readonly needles: readonly { readonly text: string; readonly offset: number }[];
}

let searches: readonly Search[] | undefined;

/** Made when the first log is searched: a text that is read as a whole needs none. */
function makeSearches(): readonly Search[] {
  const byProbe = new Map<string, { readonly text: string; readonly offset: number }[]>();
  for (const text of NEEDLES) {
    const probe = firstProbeOf(text);
    if (probe === undefined) continue;
    const needle = { text, offset: text.indexOf(probe) };
    const others = byProbe.get(probe);
    if (others === undefined) byProbe.set(probe, [needle]);
    else others.push(needle);
  }
  return [...byProbe].map(([probe, needles]) => ({ probe: Buffer.from(probe), needles }));
}

/** The probe that a needle is found by. */
export function firstProbeOf(needle: string): string | undefined {
  return PROBES.find((probe) => needle.includes(probe));
}

/** True for bytes that hold a needle: whether the scanner would look at such a text inside a log. */
export function hasHit(bytes: Buffer): boolean {
  return findHits(bytes, 0, bytes.length).length > 0;
}

/** Offsets of needles whose probe begins in [from, to), in order. The bytes behind `to` are looked at, too. */
export function findHits(bytes: Buffer, from: number, to: number): number[] {
  searches ??= makeSearches();
  const hits: number[] = [];
  for (const { probe, needles } of searches) {
    for (let at = bytes.indexOf(probe, from); at >= 0 && at < to; at = bytes.indexOf(probe, at + probe.length)) {
      if (needles.some(({ text, offset }) => holds(bytes, at - offset, text))) hits.push(at);
    }
  }
  return hits.sort((one, other) => one - other);
}

function holds(bytes: Buffer, at: number, text: string): boolean {
  if (at < 0 || at + text.length > bytes.length) return false;
  for (let index = 0; index < text.length; index += 1) {
    if (bytes[at + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}
