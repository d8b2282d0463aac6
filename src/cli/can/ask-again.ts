/** What the waiting needs of the process. */
export interface Waiting {
  readonly now: () => Date;
  /** Resolves after that many milliseconds, or as soon as a signal ends the run. */
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly signal: AbortSignal;
}

const SECOND = 1_000;
/** A change in IAM takes some seconds to arrive: first it is asked often, then less so. */
const PAUSES = [1, 2, 4].map((seconds) => seconds * SECOND);
const LONGEST_PAUSE = 5 * SECOND;

/**
 * Asks until the answer is the one that is waited for, or the time is over; the last answer. IAM is eventually consistent.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html#troubleshoot_general_eventual-consistency
 * @param ask asks once
 * @param isWanted true for the answer that is waited for
 * @param seconds for how long it is asked again
 * @param onWait hears before each pause how many milliseconds are left
 */
export async function askUntil<T>(
  ask: () => Promise<T>,
  isWanted: (answer: T) => boolean,
  seconds: number,
  { now, pause, signal }: Waiting,
  onWait: (left: number) => Promise<void>,
): Promise<T> {
  const end = now().getTime() + seconds * SECOND;
  for (let round = 0; ; round += 1) {
    const answer = await ask();
    const left = end - now().getTime();
    if (isWanted(answer) || left <= 0 || signal.aborted) return answer;
    await onWait(left);
    await pause(Math.min(PAUSES[round] ?? LONGEST_PAUSE, left));
    if (signal.aborted) return answer;
  }
}
