import { isAbsent } from './absence.ts';
import { entityOfKey } from './call-key.ts';
import { refuseCircles } from './organization-tree.ts';
import type { Snapshot } from './snapshot.ts';
import { SnapshotError } from './snapshot-error.ts';
import { disagreement, Table, tablesOf } from './table.ts';

/**
 * One snapshot of several: known beats unknown; two different known values throw a SnapshotError whose pointer leads into the later file.
 * Clock, caller identity and incident are those of the first snapshot with an incident, or of the first one that has them.
 */
export function mergeSnapshots(snapshots: readonly Snapshot[]): Snapshot {
  const [first] = snapshots;
  if (first === undefined) throw new SnapshotError('There is no snapshot to merge: pass at least one.', '');
  if (snapshots.length === 1) return first;
  const table = new Table();
  for (const snapshot of snapshots) add(snapshot, table);
  table.checkAbsences();
  for (const snapshot of snapshots) refuseContradictions(snapshot, table);
  refuseCircles(table.held);
  const lead = snapshots.find((snapshot) => snapshot.incident !== null) ?? first;
  const inOrder = [lead, ...snapshots];
  return {
    ...tablesOf(table),
    scope: first.scope,
    takenAt: inOrder.find((snapshot) => snapshot.takenAt !== null)?.takenAt ?? null,
    callerIdentity: inOrder.find((snapshot) => snapshot.callerIdentity !== null)?.callerIdentity ?? null,
    incident: lead.incident,
  };
}

function add(snapshot: Snapshot, table: Table): void {
  for (const account of snapshot.accounts) table.accounts.add(account);
  for (const [key, held] of snapshot.held) table.put(key, held);
  // Refusals are looked up last, so that they no longer hide what another snapshot knows.
  for (const [key, refusal] of snapshot.refusals) if (!table.refusals.has(key)) table.refusals.set(key, refusal);
  for (const [key, mention] of snapshot.listed) if (!table.listed.has(key)) table.listed.set(key, mention);
  for (const [key, mention] of snapshot.absent) if (!table.absent.has(key)) table.absent.set(key, mention);
  for (const [key, pointer] of snapshot.whole) if (!table.whole.has(key)) table.whole.set(key, pointer);
  for (const key of snapshot.referenced) table.referenced.add(key);
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
