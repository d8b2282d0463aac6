import type { Read, ReadAnswer } from '../../model/read.ts';

/** True if a source does not know: it does not have the answer, or was refused it. "It does not exist" is an answer. */
export type IsUnread = (answer: ReadAnswer) => boolean;

/** The current identity is not taken from a snapshot first: another person may have recorded it. */
const NOW = new Set(['sts:GetCallerIdentity']);

/**
 * Reads from the first source, and from the second what the first does not know: snapshots before live AWS. For the current identity it
 * is the other way round.
 */
export function fallback(first: Read, second: Read, isUnread: IsUnread): Read {
  return async (call) => {
    const [one, other] = NOW.has(call.call) ? [second, first] : [first, second];
    const answer = await one(call);
    return isUnread(answer) ? other(call) : answer;
  };
}
