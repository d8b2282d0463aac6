import { isAbsent } from './absence.ts';
import { entityOfKey, kindOfCall } from './call-key.ts';
import { isObject } from './json-place.ts';
import { refuseCircles } from './organization-tree.ts';
import type { Snapshot } from './snapshot.ts';
import { SnapshotError } from './snapshot-error.ts';
import { answerFrom, isUnread } from './snapshot-reader.ts';
import { disagreement, Table, tablesOf } from './table.ts';

/**
 * One snapshot of several: known beats unknown; two different known values throw a SnapshotError whose pointer leads into the later file.
 * Clock, caller identity and incident are those of the first snapshot with an incident: nobody else was signed in when it happened.
 * Where none has one, clock and identity are those of the first snapshot that has them.
 */
export function mergeSnapshots(snapshots: readonly Snapshot[]): Snapshot {
  const [first] = snapshots;
  if (first === undefined) throw new SnapshotError('There is no snapshot to merge: pass at least one.', '');
  if (snapshots.length === 1) return first;
  const table = new Table();
  for (const snapshot of snapshots) add(snapshot, snapshots, table);
  table.checkAbsences();
  for (const snapshot of snapshots) refuseContradictions(snapshot, table);
  refuseCircles(table.held);
  const lead = snapshots.find((snapshot) => snapshot.incident !== null);
  const identified = snapshots.find((snapshot) => snapshot.callerIdentity !== null);
  const inOrder = lead === undefined ? snapshots : [lead, ...snapshots];
  return {
    ...tablesOf(table),
    scope: first.scope,
    takenAt: inOrder.find((snapshot) => snapshot.takenAt !== null)?.takenAt ?? null,
    callerIdentity: (lead ?? identified)?.callerIdentity ?? null,
    incident: lead?.incident ?? null,
  };
}

function add(snapshot: Snapshot, all: readonly Snapshot[], table: Table): void {
  for (const account of snapshot.accounts) table.accounts.add(account);
  for (const [key, held] of snapshot.held) table.put(key, held);
  for (const [key, refusal] of snapshot.refusals)
    if (!table.refusals.has(key) && !all.some((other) => other !== snapshot && isKnownIn(other, key)))
      table.refusals.set(key, refusal);
  for (const [key, mention] of snapshot.listed) if (!table.listed.has(key)) table.listed.set(key, mention);
  for (const [key, mention] of snapshot.absent) if (!table.absent.has(key)) table.absent.set(key, mention);
  for (const [key, pointer] of snapshot.whole) if (!table.whole.has(key)) table.whole.set(key, pointer);
  for (const key of snapshot.referenced) table.referenced.add(key);
}

/** True where a snapshot knows what another one was refused: it holds the answer, or knows that there is nothing. */
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

/** The input that the key of a whole read was made of. */
function inputOf(id: string): Readonly<Record<string, unknown>> {
  const pairs: unknown = JSON.parse(id);
  const input: unknown = Array.isArray(pairs) ? Object.fromEntries(pairs) : {};
  return isObject(input) ? input : {};
}

/** A list that is whole in one snapshot must hold what another one lists. */
function refuseContradictions(snapshot: Snapshot, table: Table): void {
  if (snapshot.whole.size === 0) return;
  for (const [key, { arn, pointer }] of table.listed) {
    const { account, kind, id } = entityOfKey(key);
    if (!snapshot.absent.has(key) && isAbsent(kind, id, account, snapshot))
      throw disagreement(`whether ${arn} exists`, `/accounts/${account}, which is whole,`, pointer);
  }
}
