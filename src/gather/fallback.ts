import type { Read, ReadAnswer } from '../model/read.ts';

/** True where the first source does not know: it does not hold the answer, or was refused it. That something is not there is known. */
export type IsUnread = (answer: ReadAnswer) => boolean;

/** Asks the first source, then the second one for what the first does not tell: snapshots before live AWS. */
export function fallback(first: Read, second: Read, isUnread: IsUnread): Read {
  return async (call) => {
    const answer = await first(call);
    return isUnread(answer) ? second(call) : answer;
  };
}
