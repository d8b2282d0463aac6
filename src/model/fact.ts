import type { Gap } from './gap.ts';

/** It was read. */
export interface Known<T> {
  readonly status: 'known';
  readonly value: T;
}

/** It was looked for where it would be, and is not there. This is knowledge: `call` on `on` is the proof. */
export interface Absent {
  readonly status: 'absent';
  readonly call: string;
  readonly on: string;
  /** The ARN of what has the name in its place, where names are unique: a role or user under another path. */
  readonly instead?: string;
}

/** It could not be read. This is the lack of knowledge, and never the same as absent. */
export interface Unreadable {
  readonly status: 'unreadable';
  readonly gap: Gap;
}

/** What we know about one thing. "None is attached" and "I may not look" can never be mixed up. */
export type Fact<T> = Known<T> | Absent | Unreadable;

/** It was read, and this is it. */
export function known<T>(value: T): Known<T> {
  return { status: 'known', value };
}

/** AWS was asked by `call` about `on`, and said that there is none; or that `instead` has the name. */
export function absent(call: string, on: string, instead?: string): Absent {
  return instead === undefined ? { status: 'absent', call, on } : { status: 'absent', call, on, instead };
}

/** It could not be read; the gap says why, and how to close it. */
export function unreadable(gap: Gap): Unreadable {
  return { status: 'unreadable', gap };
}

/** The same fact about something derived from the value; absent and unreadable stay what they are. */
export function mapFact<T, U>(fact: Fact<T>, derive: (value: T) => U): Fact<U> {
  return fact.status === 'known' ? known(derive(fact.value)) : fact;
}
