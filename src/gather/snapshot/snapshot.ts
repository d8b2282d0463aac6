import type { CallerIdentity, Incident, SnapshotScope } from './format.ts';

/** An answer that the file has: AWS's own fields, how to print them as the answer of the call, and the place in the file. */
export interface Held {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly print: (fields: Readonly<Record<string, unknown>>, held: Snapshot['held']) => unknown;
  /** RFC 6901, into its file. */
  readonly pointer: string;
}

/** A read that failed when the snapshot was taken. */
export interface RecordedRefusal {
  readonly code: string;
  readonly message: string;
  /** What the user could do about it then: an option or a command. */
  readonly option?: string;
}

/** Where the file mentions an entity, and by which ARN. */
export interface Mention {
  readonly arn: string;
  readonly pointer: string;
}

/**
 * An opened snapshot: what it can answer, by the keys of `call-key.ts`. What an `unreadable` entry hides is in `refusals` and not in
 * `held`. So everything in `held` is known, and snapshots merge by putting these maps together.
 */
export interface Snapshot {
  /** The clock of a replay. Null if the file does not have one. */
  readonly takenAt: Date | null;
  readonly scope: SnapshotScope;
  readonly callerIdentity: CallerIdentity | null;
  readonly incident: Incident | null;
  /** The ids of the accounts that are listed. */
  readonly accounts: ReadonlySet<string>;
  readonly held: ReadonlyMap<string, Held>;
  readonly refusals: ReadonlyMap<string, RecordedRefusal>;
  /** Entities that are listed, by entity key. */
  readonly listed: ReadonlyMap<string, Mention>;
  /** Entities that do not exist, by entity key. */
  readonly absent: ReadonlyMap<string, Mention>;
  /** Complete lists by answer key, each with its pointer. What they do not have does not exist. */
  readonly completeLists: ReadonlyMap<string, string>;
  /**
   * Managed policies that are attached or set as a boundary, and groups that have members, by entity key. They exist even if they are
   * not listed.
   */
  readonly referenced: ReadonlySet<string>;
}
