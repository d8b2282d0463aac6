import { covers } from '../evidence/near-miss/covers.ts';
import { textsAt } from '../evidence/policy-lookup.ts';
import { getPointer } from '../policy/pointer.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { sameValue } from '../policy/same-value.ts';

/**
 * Does a newer document of a policy take nothing away from an older one? True where each older statement stands in it, as it was or, if
 * it allows, with more actions or resources, and where it denies nothing new. Where the texts do not show that, the answer is no.
 */
export function keepsAll(older: unknown, newer: unknown): boolean {
  const [before, after] = [statementsOf(older), statementsOf(newer)];
  // A policy variable is a plain text in the one version, and stands for a value in the other.
  if (readPolicy(older).variables !== readPolicy(newer).variables) return false;
  const isKept = before.every((statement) => after.some((other) => includes(other, statement)));
  return isKept && after.filter(isDeny).every((deny) => before.some((other) => includes(other, deny)));
}

function statementsOf(document: unknown): readonly unknown[] {
  const statement = getPointer(document, '/Statement');
  return Array.isArray(statement) ? statement : [statement];
}

function isDeny(statement: unknown): boolean {
  return getPointer(statement, '/Effect') === 'Deny';
}

const LISTS = ['Action', 'Resource'] as const;

/** True where one statement does all that the other one does. */
function includes(wider: unknown, statement: unknown): boolean {
  if (isDeny(statement)) return sameValue(without(['Sid'], wider), without(['Sid'], statement));
  const isAlike = sameValue(without(['Sid', ...LISTS], wider), without(['Sid', ...LISTS], statement));
  return (
    isAlike && LISTS.every((list) => textsAt(statement, `/${list}`).every(({ value }) => lists(wider, list, value)))
  );
}

function without(names: readonly string[], statement: unknown): unknown {
  return Object.fromEntries(Object.entries(Object(statement)).filter(([name]) => !names.includes(name)));
}

/** A `?` in a pattern would take the `*` of another pattern for one character. */
function lists(statement: unknown, list: (typeof LISTS)[number], text: string): boolean {
  return textsAt(statement, `/${list}`).some(
    ({ value }) =>
      value === text || value === '*' || (list === 'Action' && !value.includes('?') && covers(value, text)),
  );
}
