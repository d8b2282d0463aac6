import type { CallerIdentity, Incident, OrganizationPart, SnapshotScope } from './format.ts';

/** An answer that the file holds, and where. `output` makes AWS's answer when it is asked for. */
export interface Held {
  readonly output: () => unknown;
  /** What two snapshots that hold the same thing must agree on. */
  readonly value: unknown;
  /** RFC 6901, into its file. */
  readonly pointer: string;
}

/** A read that failed when the snapshot was taken. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}

/**
 * A snapshot that was opened: a table of the answers it holds, by the keys of `call-key.ts`. What an `unreadable` entry strikes out
 * is in `refusals` and no longer in `answers` or `organizations`, so that whatever is held is known.
 */
export interface Snapshot {
  /** The clock of a replay; null where the file does not tell. */
  readonly takenAt: Date | null;
  readonly scope: SnapshotScope;
  readonly callerIdentity: CallerIdentity | null;
  readonly incident: Incident | null;
  /** Ids of the accounts that are listed. */
  readonly accounts: ReadonlySet<string>;
  readonly answers: ReadonlyMap<string, Held>;
  readonly refusals: ReadonlyMap<string, Refusal>;
  /** Keys of entities that do not exist, with the pointer that says so. */
  readonly absent: ReadonlyMap<string, string>;
  /** Keys of lists that are whole: what they do not hold does not exist. */
  readonly whole: ReadonlyMap<string, string>;
  /** Managed policies that are attached or set as a boundary: their entity keys. */
  readonly referenced: ReadonlySet<string>;
  /** Account id → organization id, or null: in none. */
  readonly memberships: ReadonlyMap<string, { readonly id: string | null; readonly pointer: string }>;
  readonly organizations: ReadonlyMap<string, OrganizationPart>;
}
