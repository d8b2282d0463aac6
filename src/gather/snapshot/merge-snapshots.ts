import { isAbsent } from './absence.ts';
import { entityOfKey, kindOfCall } from './call-key.ts';
import { isObject } from './json-place.ts';
import { refuseCircles } from './organization-tree.ts';
import type { Snapshot } from './snapshot.ts';
import { contentsOf, disagreement, SnapshotBuilder } from './snapshot-builder.ts';
import { SnapshotError } from './snapshot-error.ts';
import { answerFrom, isUnread } from './snapshot-reader.ts';

/**
 * Merges snapshots into one. What one of them knows, the merged one knows. Two different values for the same thing throw a
 * SnapshotError, whose pointer leads into the later file. Clock, caller identity and incident are those of the first snapshot with an
 * incident: only its caller was there when it happened. If none has one, clock and identity are those of the first snapshot that has
 * them.
 */
export function mergeSnapshots(snapshots: readonly Snapshot[]): Snapshot {
  const [first] = snapshots;
  if (first === undefined) throw new SnapshotError('There is no snapshot to merge: pass at least one.', '');
  if (snapshots.length === 1) return first;
  const builder = new SnapshotBuilder();
  for (const snapshot of snapshots) add(snapshot, snapshots, builder);
  builder.checkAbsences();
  for (const snapshot of snapshots) refuseContradictions(snapshot, builder);
  refuseCircles(builder.held);
  const lead = snapshots.find((snapshot) => snapshot.incident !== null);
  const identified = snapshots.find((snapshot) => snapshot.callerIdentity !== null);
  const inOrder = lead === undefined ? snapshots : [lead, ...snapshots];
  return {
    ...contentsOf(builder),
    scope: first.scope,
    takenAt: inOrder.find((snapshot) => snapshot.takenAt !== null)?.takenAt ?? null,
    callerIdentity: (lead ?? identified)?.callerIdentity ?? null,
    incident: lead?.incident ?? null,
  };
}

function add(snapshot: Snapshot, all: readonly Snapshot[], builder: SnapshotBuilder): void {
  for (const account of snapshot.accounts) builder.accounts.add(account);
  for (const [key, held] of snapshot.held) builder.put(key, held);
  for (const [key, refusal] of snapshot.refusals)
    if (!builder.refusals.has(key) && !all.some((other) => other !== snapshot && isKnownIn(other, key)))
      builder.refusals.set(key, refusal);
  for (const [key, mention] of snapshot.listed) if (!builder.listed.has(key)) builder.listed.set(key, mention);
  for (const [key, mention] of snapshot.absent) if (!builder.absent.has(key)) builder.absent.set(key, mention);
  for (const [key, pointer] of snapshot.completeLists)
    if (!builder.completeLists.has(key)) builder.completeLists.set(key, pointer);
  for (const key of snapshot.referenced) builder.referenced.add(key);
}

/** True if a snapshot knows what was refused to another one: it has the answer, or knows that the thing does not exist. */
function isKnownIn(snapshot: Snapshot, refusalKey: string): boolean {
  if (snapshot.held.has(refusalKey)) return true;
  if (snapshot.refusals.has(refusalKey)) return false;
  const [account = '', call = '', id = ''] = refusalKey.split('\n');
  if (call.startsWith('= ')) {
    const input = inputOf(id);
    const asked = { call: call.slice(2), account: account === '' ? null : account, input };
    return account !== '' && !isUnread(answerFrom(snapshot, asked));
  }
  const kind = kindOfCall(call);
  return kind !== undefined && id !== '' && isAbsent(kind, id, account, snapshot);
}

/** The input in the key of a whole call. */
function inputOf(id: string): Readonly<Record<string, unknown>> {
  const pairs: unknown = JSON.parse(id);
  const input: unknown = Array.isArray(pairs) ? Object.fromEntries(pairs) : {};
  return isObject(input) ? input : {};
}

/** Throws if a list that is complete in one snapshot lacks something that another one lists. */
function refuseContradictions(snapshot: Snapshot, builder: SnapshotBuilder): void {
  if (snapshot.completeLists.size === 0) return;
  for (const [key, { arn, pointer }] of builder.listed) {
    const { account, kind, id } = entityOfKey(key);
    if (!snapshot.absent.has(key) && isAbsent(kind, id, account, snapshot))
      throw disagreement(`whether ${arn} exists`, `/accounts/${account}, which is whole,`, pointer);
  }
}
