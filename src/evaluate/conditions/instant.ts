import { compareFractions, withoutTrailingZeros } from './decimal.ts';
import type { Reading } from './read-and-compare.ts';

/** A point in time: seconds since 1970, and what comes after their decimal point. */
export interface Instant {
  readonly seconds: number;
  readonly fraction: string;
}

/** Year, month, day, time with or without seconds, and the zone that a time must have. https://www.w3.org/TR/NOTE-datetime */
const W3C = /^(\d{4})-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(?:Z|([+-])(\d\d):(\d\d)))?)?$/;

/**
 * "One of the W3C implementations of the ISO 8601 date formats or epoch (UNIX) time", in seconds. Four digits are either a year or
 * seconds; a time without a zone, or seconds with a fraction, are neither.
 */
export function readInstant(text: string): Reading<Instant> {
  if (/^\d{1,15}$/.test(text) && text.length !== 4) return { value: { seconds: Number(text), fraction: '' } };
  const match = W3C.exec(text);
  const instant = match === null ? undefined : fromParts(match.slice(1));
  if (instant !== undefined) return { value: instant };
  return /\d/.test(text) ? 'unclear' : 'none';
}

/** Less than zero where the left one is earlier. */
export function compareInstants(left: Instant, right: Instant): number {
  return left.seconds - right.seconds || compareFractions(left.fraction, right.fraction);
}

/** Undefined where a part is none: the 30th of February, 25 o'clock, second 60. */
function fromParts(parts: readonly (string | undefined)[]): Instant | undefined {
  const [year, month, day, hour, minute, second] = parts
    .slice(0, 6)
    .map((part, index) => Number(part ?? (index < 3 ? 1 : 0)));
  const [fraction = '', sign = '+', offsetHours = '0', offsetMinutes = '0'] = parts.slice(6);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (hour === undefined || minute === undefined || second === undefined) return undefined;
  const time = new Date(0);
  time.setUTCFullYear(year, month - 1, day);
  time.setUTCHours(hour, minute, second);
  const same =
    time.getUTCMonth() === month - 1 &&
    time.getUTCDate() === day &&
    time.getUTCHours() === hour &&
    time.getUTCMinutes() === minute &&
    time.getUTCSeconds() === second;
  if (!same || Number(offsetHours) > 23 || Number(offsetMinutes) > 59) return undefined;
  const offset = (Number(offsetHours) * 60 + Number(offsetMinutes)) * 60 * (sign === '-' ? -1 : 1);
  return { seconds: time.getTime() / 1000 - offset, fraction: withoutTrailingZeros(fraction) };
}
