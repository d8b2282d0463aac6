import { setTimeout as sleep } from 'node:timers/promises';
import { isThrottlingError, isTransientError } from '@smithy/core/retry';

type SdkError = Parameters<typeof isTransientError>[0];

/** How long one attempt may take. AWS answers these calls in well under a second. */
const ATTEMPT_MILLISECONDS = 6_000;

/** How often to try, and how long to wait at first. Throttling passes more slowly than a broken connection. */
const THROTTLED = { attempts: 6, first: 500 };
const TRANSIENT = { attempts: 4, first: 100 };
const LONGEST = 4_000;

/** Milliseconds to wait before the next attempt, after so many failures. Null: do not try again. */
export type Backoff = (error: unknown, failures: number) => number | null;

/**
 * Exponential backoff with full jitter, for the errors that AWS's SDKs retry.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 */
export const standardBackoff: Backoff = (error, failures) => {
  const rule = isThrottled(error) ? THROTTLED : isTransient(error) ? TRANSIENT : undefined;
  if (rule === undefined || failures >= rule.attempts) return null;
  return Math.random() * Math.min(rule.first * 2 ** (failures - 1), LONGEST);
};

/** True where AWS answers that there were too many calls. */
export function isThrottled(error: unknown): boolean {
  return error instanceof Error && isThrottlingError(error as SdkError); // the SDK's view of any error; what it looks at may be missing
}

function isTransient(error: unknown): boolean {
  return error instanceof Error && isTransientError(error as SdkError); // likewise
}

/** Tries until an attempt succeeds, `backoff` says null, or `stop` is aborted. Calls `failed` for each failure. */
export async function withRetries<T>(
  attempt: (signal: AbortSignal) => Promise<T>,
  backoff: Backoff,
  stop: AbortSignal,
  failed: (error: unknown) => void,
): Promise<T> {
  for (let failures = 1; ; failures += 1) {
    try {
      return await attemptInTime(attempt, stop);
    } catch (error) {
      failed(error);
      const wait = stop.aborted ? null : backoff(error, failures);
      if (wait === null) throw error;
      await sleep(wait, undefined, { signal: stop });
    }
  }
}

async function attemptInTime<T>(attempt: (signal: AbortSignal) => Promise<T>, stop: AbortSignal): Promise<T> {
  const late = AbortSignal.timeout(ATTEMPT_MILLISECONDS);
  try {
    return await attempt(AbortSignal.any([stop, late]));
  } catch (error) {
    if (!late.aborted || stop.aborted) throw error;
    const timeout = new Error(`no answer within ${ATTEMPT_MILLISECONDS / 1000} s`);
    timeout.name = 'TimeoutError';
    throw timeout;
  }
}
