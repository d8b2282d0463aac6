import { covers } from '../evidence/near-miss/covers.ts';
import type { ConditionNearMiss } from '../evidence/near-miss/near-miss.ts';
import type { Who } from '../model/gap.ts';
import type { PolicyRef } from '../model/policy.ts';
import type { Remedy } from '../model/remedy.ts';
import { getPointer } from '../policy/pointer.ts';
import { valuesToAdd } from './condition-values.ts';

/** A condition that does not hold, as it has to be written so that it does: another operator or key, or more values. */
export interface Mend {
  readonly condition: ConditionNearMiss;
  readonly operator: string;
  readonly key: string;
  /** The whole list; the values that were there are all in it, unless one text held several of them. */
  readonly values: readonly string[];
  /** Those that are new; empty where only the operator or the key is another. */
  readonly added: readonly string[];
  /** Why the change takes nothing away, where it is more than one more value. */
  readonly why: string | null;
}

/**
 * How a condition of an Allow is mended where it stands, so that it holds for the request and keeps guarding. Undefined where no value can
 * be named: then its owner decides.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function mendCondition(condition: ConditionNearMiss): Mend | undefined {
  const { finding, difference } = condition;
  const values = condition.values.map(({ value }) => value);
  const same = { condition, operator: finding.operator, key: finding.key, values, added: [] };
  switch (difference.kind) {
    case 'literal-pattern': {
      const operator = finding.operator.replace(/StringEquals(IgnoreCase)?/i, 'StringLike');
      return { ...same, operator, why: 'as plain text the pattern matches nothing' };
    }
    case 'multivalued-key':
      return listsOne(condition)
        ? {
            ...same,
            operator: `ForAnyValue:${finding.operator}`,
            why: 'without it the key, which has several values, matches nothing',
          }
        : undefined;
    case 'condition-key':
      return difference.instead === undefined
        ? undefined
        : { ...same, key: difference.instead, why: 'no request has the key as it is written' };
    case 'list-in-text': {
      const split = values.flatMap((value) => value.split(',').map(trimmed));
      return { ...same, values: split, why: 'as one text the values match nothing' };
    }
    default: {
      const added = valuesToAdd(condition);
      return added && { ...same, values: [...values, ...added], added, why: null };
    }
  }
}

function listsOne({ values, operator, finding: { request } }: ConditionNearMiss): boolean {
  if (request.status !== 'known') return false;
  return request.values.some((each) =>
    values.some(({ value }) => value === each || (operator.patterns && covers(value, each))),
  );
}

function trimmed(text: string): string {
  return text.trim().replace(/^["'[]+|["'\]]+$/g, '');
}

/** The change of the document that mends the condition in its place. */
export function inPlace(mend: Mend, policy: PolicyRef, document: unknown, who: Who, note?: string): readonly Remedy[] {
  const { condition, operator, key, values, added, why } = mend;
  const { finding } = condition;
  const { pointer } = finding;
  if (operator !== finding.operator || key !== finding.key)
    return [{ kind: 'move-condition', policy, pointer, operator, key, who, why: why ?? '' }];
  if (added.length === 0) return [{ kind: 'replace', policy, pointer, value: values, who, why: why ?? '' }];
  const extra = note === undefined ? {} : { note };
  const empty = Array.isArray(getPointer(document, pointer)) && condition.values.length === 0;
  if (empty) return [{ kind: 'replace', policy, pointer, value: added, who, why: 'an empty list matches nothing' }];
  return added.map((value) => ({ kind: 'add-value', policy, pointer, value, who, ...extra }));
}
