import { readInstant } from '../evaluate/conditions/instant.ts';
import type { ContextValue } from '../model/request.ts';
import type { ConditionFinding } from '../model/verdict.ts';
import { operatorOf } from './near-miss/operator.ts';

/** The values of the request for a key, in words. The context of a request never contains secrets. */
export function requestWords(request: ContextValue, key: string, operator = ''): string {
  switch (request.status) {
    case 'missing':
      return `no ${key}`;
    case 'unknown':
      return `${key}: unknown`;
    case 'known':
      return listWords(request.values.map((value) => timeWords(value, { operator, key })));
  }
}

/** The same as half a sentence: `the request has no aws:SourceVpce`. */
export function requestHas(request: ContextValue, key: string, operator = ''): string {
  return request.status === 'unknown'
    ? `the request’s ${key} is not known`
    : `the request has ${requestWords(request, key, operator)}`;
}

/** A single value as it is, several in brackets, of more than eight the first seven. */
export function listWords(values: readonly string[]): string {
  if (values.length === 1) return values[0] ?? '';
  const shown = values.length > 8 ? [...values.slice(0, 7), `${values.length - 7} more`] : values;
  return `[${shown.join(', ')}]`;
}

/** `a`, `a or b`, `a, b or 3 more`: the values that a policy accepts; `nothing` for none. */
export function orList(values: readonly string[]): string {
  const shown = values.length > 3 ? [...values.slice(0, 2), `${values.length - 2} more`] : values;
  const last = shown.at(-1) ?? 'nothing';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} or ${last}`;
}

/**
 * A point in time with the same in UTC, unless it is written so: times in a policy may have an offset or be seconds since 1970, and AWS's are
 * in UTC. Any other text, and any value of a key or operator that is about no time, as it is.
 */
export function timeWords(text: string, { operator, key }: Pick<ConditionFinding, 'operator' | 'key'>): string {
  if (operatorOf(operator).family !== 'date' && !/^aws:epochtime$/i.test(key)) return text;
  const instant = readInstant(text);
  if (typeof instant === 'string' || /Z$/.test(text) || instant.value.seconds > LAST_SECOND) return text;
  return `${text} (${new Date(instant.value.seconds * 1000).toISOString().replace('.000Z', 'Z')})`;
}

/** The last one that a Date can hold. */
const LAST_SECOND = 8.64e12;

/** The values that the request has for the key of a condition, separated by commas; undefined where it has none or they are not known. */
export function requestValue({ finding }: { readonly finding: ConditionFinding }): string | undefined {
  const { request } = finding;
  return request.status === 'known' ? request.values.map((value) => timeWords(value, finding)).join(', ') : undefined;
}
