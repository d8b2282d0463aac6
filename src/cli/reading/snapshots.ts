import { mergeSnapshots } from '../../gather/snapshot/merge-snapshots.ts';
import { openSnapshot } from '../../gather/snapshot/open-snapshot.ts';
import type { Snapshot } from '../../gather/snapshot/snapshot.ts';
import { SnapshotError } from '../../gather/snapshot/snapshot-error.ts';
import type { Flags } from '../command-line/flags.ts';
import { readJson } from '../files.ts';
import { UsageError } from '../usage-error.ts';

/** All snapshots of the command line as one; null where there is none. */
export function openSnapshots({ snapshot: paths, snapshotScope }: Flags): Snapshot | null {
  if (paths.length === 0) return null;
  const options = snapshotScope === undefined ? {} : { bareScope: snapshotScope };
  const opened = paths.map((path) => explained(path, () => openSnapshot(readJson(path), options)));
  return explained(paths.join(', '), () => mergeSnapshots(opened));
}

function explained<T>(path: string, open: () => T): T {
  try {
    return open();
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error;
    const place = error.message.includes(error.pointer) ? '' : ` (at ${error.pointer})`;
    throw new UsageError(`cannot use the snapshot ${path}: ${error.message}${place}`);
  }
}
