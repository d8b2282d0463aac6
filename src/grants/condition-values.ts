import { covers } from '../evidence/near-miss/covers.ts';
import type { ConditionNearMiss } from '../evidence/near-miss/near-miss.ts';

const DAY = 24 * 60 * 60 * 1000;

/**
 * The values to add to a condition, beside those that are there, so that it holds for the request; undefined where no further value can make
 * it hold, or where one would lift the guard altogether (the other truth value, a value that is excluded on purpose).
 */
export function valuesToAdd(condition: ConditionNearMiss): readonly string[] | undefined {
  const { operator, finding } = condition;
  const { request } = finding;
  if (operator.negated || request.status !== 'known') return undefined;
  const wanted = requestedValues(condition, request.values);
  if (wanted.length === 0) return undefined;
  const values = wanted.flatMap((value) => acceptedBy(condition, value) ?? []);
  return values.length === wanted.length ? values : undefined;
}

/** Which values of the request have to be listed: all for ForAllValues, one for ForAnyValue, the only one without a set operator. */
function requestedValues({ operator, values }: ConditionNearMiss, requested: readonly string[]): readonly string[] {
  switch (operator.set) {
    case 'ForAllValues':
      return requested.filter(
        (each) => !values.some(({ value }) => value === each || (operator.patterns && covers(value, each))),
      );
    case 'ForAnyValue':
      return requested.slice(0, 1);
    case null:
      return requested.length === 1 ? requested : [];
  }
}

/** The value that the operator takes for this one of the request. */
function acceptedBy({ operator, finding }: ConditionNearMiss, value: string): string | undefined {
  const key = finding.key.toLowerCase();
  switch (operator.family) {
    case 'string':
    case 'arn':
      return operator.patterns && /[*?$]/.test(value) ? undefined : value;
    case 'address':
      return value;
    case 'number':
      return key === 'aws:epochtime' ? otherSecond(operator.name, value) : otherLimit(operator.name, key, value);
    case 'date':
      return CLOCK.test(key) ? otherTime(operator.name, value) : undefined;
    case 'boolean':
    case 'binary':
    case 'presence':
    case 'other':
      return undefined;
  }
}

const CLOCK = /^aws:(currenttime|epochtime)$/;

/** How old an MFA code may be is a guard of its own: a new code meets it. */
const NEVER_WIDENED = /^aws:multifactorauthage$/;

function otherLimit(name: string, key: string, value: string): string | undefined {
  if (NEVER_WIDENED.test(key) || !/^-?\d{1,15}$/.test(value)) return undefined;
  const number = Number(value);
  switch (name) {
    case 'NumericEquals':
    case 'NumericLessThanEquals':
    case 'NumericGreaterThanEquals':
      return value;
    case 'NumericLessThan':
      return String(number + 1);
    case 'NumericGreaterThan':
      return String(number - 1);
    default:
      return undefined;
  }
}

/** A time frame is opened until the end of the next day (UTC), or from the time of the call on. */
function otherTime(name: string, value: string): string | undefined {
  const time = /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1000 : Date.parse(value);
  if (Number.isNaN(time)) return undefined;
  if (/LessThan/.test(name)) return inWords((Math.floor(time / DAY) + 2) * DAY);
  if (/GreaterThan/.test(name)) return inWords(Math.floor(time / 1000 - 1) * 1000);
  return undefined;
}

function otherSecond(name: string, value: string): string | undefined {
  const time = otherTime(name, value);
  return time === undefined ? undefined : String(Date.parse(time) / 1000);
}

/** `2026-12-01T00:00:00Z` */
function inWords(time: number): string {
  return new Date(time).toISOString().replace('.000Z', 'Z');
}
