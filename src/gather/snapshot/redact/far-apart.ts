import { editDistance } from '../../../reference/edit-distance.ts';

/** So many letters at most may differ in two names of which one is taken for the other misspelt. */
const MOST_LETTERS = 4;
/** How often each letter of a stand-in is repeated, so that stand-ins of different names differ in more. */
const TIMES = MOST_LETTERS + 2;
/** Each text is compared with each: for more of them this is left out. */
const MOST_COMPARED = 1_500;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/**
 * Numbers texts in the order in which they come. A text that differs from an earlier one in a letter or two, as if it were misspelt, gets the
 * number of that one and a place beside it.
 */
export class Numbering {
  readonly #places = new Map<string, { readonly number: number; readonly beside: number }>();
  readonly #beside = new Map<number, number>();
  #last = 0;

  get size(): number {
    return this.#last;
  }

  /** The number of a text, from 1, and its place beside the first text with that number, from 0. */
  of(text: string): { readonly number: number; readonly beside: number } {
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    const near = this.#nearTo(text);
    const beside = near === undefined ? 0 : (this.#beside.get(near) ?? 0) + 1;
    const isFree = near !== undefined && beside < LETTERS.length - 1;
    if (!isFree) this.#last += 1;
    const place = isFree ? { number: near, beside } : { number: this.#last, beside: 0 };
    if (isFree) this.#beside.set(near, beside);
    this.#places.set(text, place);
    return place;
  }

  #nearTo(text: string): number | undefined {
    if (this.#places.size > MOST_COMPARED || text.length < 3) return undefined;
    for (const [other, { number, beside }] of this.#places) {
      const longest = Math.max(text.length, other.length);
      const most = Math.max(1, Math.min(MOST_LETTERS, Math.floor(longest / 5)));
      if (beside > 0 || Math.abs(text.length - other.length) > most) continue;
      if (editDistance(text, other) <= most) return number;
    }
    return undefined;
  }
}

/** The number in letters, each so often that different numbers look nothing alike; `beside` changes the last of them. */
export function inLetters(number: number, beside: number, width: number): string {
  let rest = number - 1;
  let letters = '';
  for (let place = 0; place < width; place += 1) {
    letters = LETTERS.charAt(rest % LETTERS.length).repeat(TIMES) + letters;
    rest = Math.floor(rest / LETTERS.length);
  }
  if (beside === 0) return letters;
  const last = LETTERS.indexOf(letters.at(-1) ?? 'a');
  return letters.slice(0, -1) + LETTERS.charAt((last + beside) % LETTERS.length);
}

/** How many letters it takes to write the numbers up to this one. */
export function widthOf(number: number): number {
  return number <= LETTERS.length ? 1 : 1 + widthOf(Math.ceil(number / LETTERS.length));
}

/** A number as hexadecimal digits that look nothing like those of another one, and are no account. */
export function inHex(number: number, length: number): string {
  const mixed = (Math.imul(number, 0x9e3779b1) & 0xfffffff) >>> 0;
  const block = `a${mixed.toString(16).padStart(7, '0')}`;
  return block.repeat(Math.ceil(length / block.length)).slice(0, length);
}

/** A number as so many digits, again and again, so that it differs from another one in several. */
export function inDigits(number: number, length: number): string {
  const block = String(number).padStart(number < 100 ? 2 : 6, '0');
  return block.repeat(Math.ceil(length / block.length)).slice(0, length);
}
