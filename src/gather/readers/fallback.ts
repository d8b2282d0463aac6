import type { Read, ReadAnswer } from '../../model/read.ts';

/** True where a source does not know: it does not hold the answer, or was refused it. That something is not there is known. */
export type IsUnread = (answer: ReadAnswer) => boolean;

/** Who is signed in is another question each time: whoever recorded a snapshot may be somebody else. */
const NOW = new Set(['sts:GetCallerIdentity']);

/**
 * Asks the first source, then the second one for what the first does not tell: snapshots before live AWS. Who is signed in is asked
 * of the second source first.
 */
export function fallback(first: Read, second: Read, isUnread: IsUnread): Read {
  return async (call) => {
    const [one, other] = NOW.has(call.call) ? [second, first] : [first, second];
    const answer = await one(call);
    return isUnread(answer) ? other(call) : answer;
  };
}
