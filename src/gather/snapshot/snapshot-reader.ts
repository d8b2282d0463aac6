import type { Read, ReadAnswer, ReadCall } from '../../model/read.ts';
import type { Snapshot } from './snapshot.ts';

/** The code of a refusal that only says: the snapshot does not tell. AWS may know. */
export const NOT_IN_SNAPSHOT = 'NotInSnapshot';

/** The read seam, answered from a snapshot: what it holds, what it knows to be absent (NoSuchEntityException), else a refusal. */
export function snapshotReader(snapshot: Snapshot): Read {
  return async (call) => answerFrom(snapshot, call);
}

/**
 * One answer. Beside AWS's own calls it answers `snapshot:ResourcePolicy` with input `{ ResourceArn }`: output `{ Policy }` (JSON text),
 * refused with `NoSuchEntityException` where the resource is known to have no policy.
 */
export function answerFrom(_snapshot: Snapshot, call: ReadCall): ReadAnswer {
  return { status: 'refused', account: call.account, code: NOT_IN_SNAPSHOT, message: `${call.call} is not there` };
}
