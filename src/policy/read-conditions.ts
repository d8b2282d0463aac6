import { escapeKey } from './pointer.ts';
import type { ConditionPair, UnsupportedPart } from './policy-document.ts';
import { locatedTexts } from './texts.ts';

/** The pairs of operator and key in a Condition, and the parts of it that are no such pair. */
export interface ReadConditions {
  readonly pairs: readonly ConditionPair[];
  readonly unsupportedParts: readonly UnsupportedPart[];
}

/**
 * Reads a Condition. Every pair has to match.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 */
export function readConditions(condition: unknown, pointer: string): ReadConditions {
  if (condition === undefined) return { pairs: [], unsupportedParts: [] };
  const operators = entriesOf(condition);
  if (operators === undefined)
    return { pairs: [], unsupportedParts: [{ what: 'a Condition that is not an object', pointer }] };
  const pairs: ConditionPair[] = [];
  const unsupportedParts: UnsupportedPart[] = [];
  for (const [operator, keys] of operators) {
    const at = `${pointer}/${escapeKey(operator)}`;
    const named = entriesOf(keys);
    if (named === undefined)
      unsupportedParts.push({ what: `the condition operator ${operator} without keys`, pointer: at });
    for (const [key, value] of named ?? []) {
      const place = `${at}/${escapeKey(key)}`;
      const { texts, complete } = locatedTexts(value, place);
      pairs.push({ operator, key, values: texts, pointer: place, complete });
    }
  }
  return { pairs, unsupportedParts };
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : undefined;
}
