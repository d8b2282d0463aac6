import type { Tri } from '../../model/tri.ts';
import type { StatementFinding } from '../../model/verdict.ts';

type Elements = StatementFinding['elements'];

/** By the answers, read as a number of four digits. */
const known: (Elements | undefined)[] = [];

/**
 * The answers of a statement's elements. There are 81 of them: each is one object, made once, so that two findings whose elements are the same
 * object are equal in them.
 */
export function sharedElements(action: Tri, resource: Tri, principal: Tri, condition: Tri): Elements {
  const place = ((digit(action) * 3 + digit(resource)) * 3 + digit(principal)) * 3 + digit(condition);
  const found = known[place];
  if (found !== undefined) return found;
  const made = Object.freeze({ action, resource, principal, condition });
  known[place] = made;
  return made;
}

function digit(answer: Tri): number {
  if (answer === 'yes') return 2;
  return answer === 'no' ? 0 : 1;
}
