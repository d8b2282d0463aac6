import { isDeeperThan } from '../ask/is-deeper-than.ts';
import { SnapshotError } from './snapshot-error.ts';

/** AWS's own JSON is about ten levels deep, a snapshot's about twenty. */
const DEEPEST = 200;

/** Throws a SnapshotError for JSON that is nested so deeply that recursion over it would not be safe. */
export function refuseDeepNesting(json: unknown): void {
  if (isDeeperThan(json, DEEPEST))
    throw new SnapshotError(
      `The file is nested more than ${DEEPEST} levels deep, which a snapshot never is: pass the file that --record wrote.`,
      '',
    );
}
