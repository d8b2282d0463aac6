import type { Denial } from '../model/denial.ts';
import { distinctKey } from './distinct-key.ts';
import { type CollectedDenial, joinedOccurrences, RepeatedAnswers } from './repeated-answers.ts';

/** Collects the distinct denials of a text, and keeps the most detailed version of each. */
export class DenialCollection {
  readonly #distinct = new Map<string, CollectedDenial>();
  readonly #answers = new RepeatedAnswers((found) => this.#put(found));

  /** Adds the next denial of the text, with the lines it was read from. */
  add(denial: Denial, text: string): void {
    this.#answers.add(denial, text);
  }

  /** Call once, after the last denial. The distinct denials in order of first appearance. */
  end(): readonly CollectedDenial[] {
    this.#answers.close();
    return [...this.#distinct.values()].sort((one, other) => one.firstLine - other.firstLine);
  }

  #put(found: CollectedDenial): void {
    const key = distinctKey(found.denial);
    const before = this.#distinct.get(key);
    this.#distinct.set(key, before === undefined ? found : joinedOccurrences(before, found));
  }
}
