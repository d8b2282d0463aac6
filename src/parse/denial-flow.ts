import type { Denial } from '../model/denial.ts';
import { distinctKey } from './distinct-key.ts';
import { type CollectedDenial, joinedOccurrences, RepeatedAnswers } from './repeated-answers.ts';

/** A distinct denial that is passed on, with a key that no other has. */
export interface FlowingDenial extends CollectedDenial {
  readonly key: string;
}

/** So many denials wait for a repeat that says more. */
const MOST_HELD = 256;

/** How often a denial that was passed on has occurred, and what was said of that. */
interface Tally {
  readonly key: string;
  readonly said: number;
  count: number;
}

/**
 * Passes on each distinct denial once, soon after its first occurrence, and keeps nothing of it but how often it occurs. What is found
 * of it after that is counted only, also where it says more.
 */
export class DenialFlow {
  readonly #answers = new RepeatedAnswers((found) => this.#put(found));
  readonly #held = new Map<string, CollectedDenial>();
  readonly #passed = new Map<string, Tally>();
  #ready: FlowingDenial[] = [];

  /** Adds the next denial of the text, with the lines it was read from. */
  add(denial: Denial, text: string): void {
    this.#answers.add(denial, text);
  }

  /** No denial waits any longer. */
  settle(): void {
    this.#answers.close();
    while (this.#held.size > 0) this.#passOldest();
  }

  /** The denials that have become ready since the last call, in the order in which they did. */
  take(): readonly FlowingDenial[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }

  /** The counts that have grown since their denials were passed on, by key. */
  grown(): ReadonlyMap<string, number> {
    const tallies = [...this.#passed.values()];
    return new Map(tallies.filter(({ said, count }) => count > said).map(({ key, count }) => [key, count]));
  }

  #put(found: CollectedDenial): void {
    const id = distinctKey(found.denial);
    const tally = this.#passed.get(id);
    if (tally !== undefined) {
      tally.count += found.count;
      return;
    }
    const before = this.#held.get(id);
    this.#held.set(id, before === undefined ? found : joinedOccurrences(before, found));
    if (this.#held.size > MOST_HELD) this.#passOldest();
  }

  #passOldest(): void {
    const [oldest] = this.#held;
    if (oldest === undefined) return;
    const [id, found] = oldest;
    this.#held.delete(id);
    const key = String(this.#passed.size + 1);
    this.#passed.set(id, { key, said: found.count, count: found.count });
    this.#ready.push({ ...found, key });
  }
}
