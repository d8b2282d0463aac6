import { matchAt, positionsOf } from '../grammar/search.ts';
import type { DenseText } from '../text/dense-text.ts';
import type { Claim, Part, Place, Shape, StatedFields } from './shape.ts';

/** A fixed wording, maybe with values in it; white space and letter case do not matter. A phrase that is reported has needles. */
export type Phrase = Wording & (Reported | NotReported);

interface Reported {
  readonly claim: Exclude<Claim, 'other'>;
  /** See Shape.needles. Parts of the wording: as short as possible, but rare in logs. */
  readonly needles: readonly [string, ...string[]];
}

interface NotReported {
  /** Missing if the phrase only adds to an error that has a code. */
  readonly claim?: 'other';
  /** For a phrase that states a code. */
  readonly needles?: readonly string[];
}

interface Wording {
  /** How it begins, in lower case and without white space. */
  readonly begins: string;
  /** What follows the beginning, with the values as groups; must be sticky and bounded. Missing if the beginning is everything. */
  readonly rest?: RegExp;
  /** What the 120 characters before it must match, for a beginning that is too common. */
  readonly after?: RegExp;
  /** A further condition. */
  readonly when?: (at: PhraseMatch) => boolean;
  readonly place?: Place;
  readonly says?: (groups: readonly (string | undefined)[], at: PhraseMatch) => StatedFields;
}

/** Where a phrase was found, from its beginning to the end of its values. */
export interface PhraseMatch {
  readonly dense: DenseText;
  readonly from: number;
  readonly to: number;
}

const BEFORE = 120;

/** A shape that only has to look for phrases. */
export interface PhraseShape extends Shape {
  readonly phrases: readonly Phrase[];
}

/** Creates a shape that consists of phrases. */
export function phraseShape(name: string, phrases: readonly Phrase[]): PhraseShape {
  return {
    name,
    needles: phrases.flatMap(({ needles = [] }) => needles),
    phrases,
    find: (dense) => phrases.flatMap((phrase) => findPhrase(name, phrase, dense)),
  };
}

const NOTHING: readonly Part[] = [];

function findPhrase(name: string, phrase: Phrase, dense: DenseText): readonly Part[] {
  const positions = positionsOf(dense.lower, phrase.begins);
  return positions.length === 0 ? NOTHING : [...partsAt(positions, name, phrase, dense)];
}

function* partsAt(positions: readonly number[], name: string, phrase: Phrase, dense: DenseText): Generator<Part> {
  for (const from of positions) {
    if (phrase.after && !phrase.after.test(dense.lower.slice(Math.max(0, from - BEFORE), from))) continue;
    const start = from + phrase.begins.length;
    const rest = phrase.rest ? matchAt(phrase.rest, dense.text, start) : [''];
    if (rest === null) continue;
    const to = start + (rest[0]?.length ?? 0);
    if (phrase.when && !phrase.when({ dense, from, to })) continue;
    const { place = 'message', claim, says } = phrase;
    const fields = says?.(rest, { dense, from, to }) ?? {};
    yield { shape: name, place, from, to, fields, ...(claim && { claim }) };
  }
}
