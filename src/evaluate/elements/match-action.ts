import type { Tri } from '../../model/tri.ts';
import { compilePattern, matchPattern } from '../patterns/match-pattern.ts';
import type { Pattern } from '../patterns/pattern.ts';

/** An entry of Action or NotAction, compiled. */
export interface ActionPattern {
  /** Lower case: neither the prefix nor the name of an action has one. */
  readonly pattern: Pattern;
  /** False where AWS's grammar has no such entry (a wildcard in the prefix, no prefix), so that what it covers is not known. */
  readonly regular: boolean;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
export function compileAction(text: string): ActionPattern {
  const colon = text.indexOf(':');
  const prefix = text.slice(0, Math.max(0, colon));
  const everything = /^\*+(?::\*+)?$/.test(text);
  return {
    pattern: compilePattern(everything ? '*' : text.toLowerCase()),
    regular: everything || (colon > 0 && !/[*?]/.test(prefix)),
  };
}

/** Does an entry cover the action, which is given in lower case? Spaces count: an action has none. */
export function matchAction({ pattern, regular }: ActionPattern, action: string): Tri {
  if (!matchPattern(pattern, action)) return 'no';
  return regular ? 'yes' : 'unknown';
}
