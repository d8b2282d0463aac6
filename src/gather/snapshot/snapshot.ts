import type { CallerIdentity, Incident, SnapshotScope } from './format.ts';

/** Something that the file holds: AWS's own fields, how they are printed as its answer, and where they stand. */
export interface Held {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly print: (fields: Readonly<Record<string, unknown>>, held: Snapshot['held']) => unknown;
  /** RFC 6901, into its file. */
  readonly pointer: string;
}

/** A read that failed when the snapshot was taken. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  /** What would open it, as the reader said. */
  readonly option?: string;
}

/** Where the file speaks of an entity, and under which ARN. */
export interface Mention {
  readonly arn: string;
  readonly pointer: string;
}

/**
 * A snapshot that was opened: a table of what it can answer, by the keys of `call-key.ts`. What an `unreadable` entry strikes out
 * is in `refusals` and not in `held`, so that everything that is held is known, and merging is putting tables together.
 */
export interface Snapshot {
  /** The clock of a replay; null where the file does not tell. */
  readonly takenAt: Date | null;
  readonly scope: SnapshotScope;
  readonly callerIdentity: CallerIdentity | null;
  readonly incident: Incident | null;
  /** Ids of the accounts that are listed. */
  readonly accounts: ReadonlySet<string>;
  readonly held: ReadonlyMap<string, Held>;
  readonly refusals: ReadonlyMap<string, Refusal>;
  /** Entities that are listed; by entity key. */
  readonly listed: ReadonlyMap<string, Mention>;
  /** Entities that do not exist; by entity key. */
  readonly absent: ReadonlyMap<string, Mention>;
  /** Lists that are whole, with the place; by answer key. What they do not hold does not exist. */
  readonly whole: ReadonlyMap<string, string>;
  /** Managed policies that are attached somewhere or set as a boundary, groups that have members; by entity key. */
  readonly referenced: ReadonlySet<string>;
}
