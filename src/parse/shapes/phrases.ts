import { matchAt, positionsOf } from '../grammar/search.ts';
import type { DenseText } from '../text/dense-text.ts';
import type { Claim, Part, Place, Shape, StatedFields } from './shape.ts';

/** A fixed wording, white space and case aside, maybe with values in it. A log is searched for the ones that are reported. */
export type Phrase = Wording & (Reported | NotReported);

interface Reported {
  readonly claim: Exclude<Claim, 'other'>;
  /** See Shape.needles. A part of the wording, as short as can be without being common in logs. */
  readonly needles: readonly [string, ...string[]];
}

interface NotReported {
  /** Missing where the phrase only adds to an error that has a code. */
  readonly claim?: 'other';
  /** For a phrase that states a code itself. */
  readonly needles?: readonly string[];
}

interface Wording {
  /** How it begins: lower case, without white space. */
  readonly begins: string;
  /** The rest, with its values as groups, right behind the beginning; sticky and bounded. Missing: the beginning is all. */
  readonly rest?: RegExp;
  /** What the words before it must match, the last 120 characters; where the beginning alone says too little. */
  readonly after?: RegExp;
  /** What else must hold of the place. */
  readonly when?: (at: PhraseMatch) => boolean;
  readonly place?: Place;
  readonly says?: (groups: readonly (string | undefined)[], at: PhraseMatch) => StatedFields;
}

/** Where a phrase was found. `from` and `to` span it with its values. */
export interface PhraseMatch {
  readonly dense: DenseText;
  readonly from: number;
  readonly to: number;
}

const BEFORE = 120;

/** A shape that consists of phrases. */
export interface PhraseShape extends Shape {
  readonly phrases: readonly Phrase[];
}

/** The shape that consists of these phrases; it is named after them all. */
export function phraseShape(name: string, phrases: readonly Phrase[]): PhraseShape {
  return {
    name,
    needles: phrases.flatMap(({ needles = [] }) => needles),
    phrases,
    find: (dense) => phrases.flatMap((phrase) => [...findPhrase(name, phrase, dense)]),
  };
}

function* findPhrase(name: string, phrase: Phrase, dense: DenseText): Generator<Part> {
  for (const from of positionsOf(dense.lower, phrase.begins)) {
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
