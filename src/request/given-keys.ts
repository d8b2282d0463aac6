import type { Facts } from '../model/facts.ts';
import type { UserOptions } from '../model/question.ts';
import { isMultivalued } from '../reference/condition-keys.ts';
import { type ContextKeys, MISSING, multiValue, singleValue } from './request-context.ts';

/** What the user says of the request: `--context`, `--no-context`, `--external-id`. Whatever was read knows better. */
export function givenKeys(given: UserOptions): ContextKeys {
  const stated = Object.entries(given.context).map(([key, value]) => [key, contextValue(key, value)] as const);
  const missing = given.missing.map((key) => [key, MISSING] as const);
  const external = given.externalId === undefined ? [] : [['sts:ExternalId', singleValue(given.externalId)] as const];
  return Object.fromEntries([...external, ...stated, ...missing]);
}

/** What AWS's own record of the denial states; it knows better than anybody. */
export function recordKeys(facts: Facts): ContextKeys {
  if (facts.record.status !== 'known') return {};
  return Object.fromEntries(
    Object.entries(facts.record.value.context).map(([key, values]) => [key, contextValue(key, values)]),
  );
}

function contextValue(key: string, value: string | readonly string[]): ContextKeys[string] {
  const values = typeof value === 'string' ? [value] : value;
  const [first = ''] = values;
  return isMultivalued(key) || values.length !== 1 ? multiValue(values) : singleValue(first);
}
