import type { Assumption } from '../model/request.ts';
import { type ContextKeys, singleValue } from './request-context.ts';

/** The time of the request, and where it is taken from. */
export interface Clock {
  readonly time: Date;
  readonly from: 'the log line' | 'the snapshot' | 'now';
}

/** A timestamp in the lines of the denial: ISO 8601 with a time zone, nothing vaguer. */
const TIMESTAMP = /\b(20\d\d-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-][0-2]\d:?[0-5]\d))/;

/** The first time stamp of a text, as it is written. */
export function timeStampIn(text: string): string | undefined {
  return TIMESTAMP.exec(text.slice(0, 65_536))?.[1];
}

/** The time in the log line, else `now`, which is from `from`. */
export function clockOf(text: string, now: Date, from: Clock['from']): Clock {
  const stamp = timeStampIn(text);
  const time = stamp === undefined ? Number.NaN : Date.parse(stamp);
  return Number.isNaN(time) ? { time: now, from } : { time: new Date(time), from: 'the log line' };
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-currenttime */
export function clockKeys(clock: Clock): ContextKeys {
  return {
    'aws:CurrentTime': singleValue(clock.time.toISOString().replace(/\.\d{3}Z$/, 'Z')),
    'aws:EpochTime': singleValue(String(Math.floor(clock.time.getTime() / 1000))),
  };
}

/** The time of the request, as a declared assumption. */
export function clockAssumption(clock: Clock): Assumption {
  return { what: `time=${clock.time.toISOString()}`, why: `the time of the request is taken from ${clock.from}` };
}
