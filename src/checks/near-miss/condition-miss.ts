import type { NearMiss } from '../../model/evidence.ts';
import type { ContextValue } from '../../model/request.ts';
import type { ConditionFinding } from '../../model/verdict.ts';
import type { Located } from '../../policy/policy-document.ts';
import { textsAt } from '../statement-text.ts';
import { compareValues, OTHER_VALUE } from './compare-values.ts';
import type { Difference } from './difference.ts';
import { type Operator, readOperator } from './operator.ts';

/** A condition that does not hold, at the value which comes nearest. */
export interface ConditionMiss {
  readonly condition: ConditionFinding;
  readonly operator: Operator;
  readonly values: readonly Located[];
  readonly pointer: string;
  readonly nearMiss: NearMiss;
  readonly distance: number;
}

/** Says in which value a condition fails, and how: `document` is the policy that the finding is of. */
export function conditionMiss(document: unknown, condition: ConditionFinding): ConditionMiss {
  const operator = readOperator(condition.operator);
  const values = textsAt(document, condition.pointer);
  const { pointer, difference } = nearestValue(operator, values, condition);
  const list = values.map(({ value }) => value);
  return {
    condition,
    operator,
    values,
    pointer,
    distance: difference.distance,
    nearMiss: {
      element: 'condition',
      policySays: `${condition.operator} ${condition.key} ${list.length === 1 ? list[0] : `[${list.join(', ')}]`}`,
      requestHas: requestWords(condition.request, condition.key),
      difference: difference.words,
    },
  };
}

function nearestValue(
  operator: Operator,
  values: readonly Located[],
  { request, pointer, key }: ConditionFinding,
): { readonly pointer: string; readonly difference: Difference } {
  const whole = (words: string, distance = 2) => ({ pointer, difference: { words, distance } });
  if (request.status === 'missing') return whole(`the request has no ${key}`);
  if (request.status === 'unknown') return whole(`the ${key} of the request is not known`, 3);
  if (operator.negated) return whole(`the request has just the value that ${operator.name} excludes`);
  if (request.multivalued && operator.set === null)
    return whole(`${key} can have several values: it needs ForAnyValue or ForAllValues`, 1);
  const compared = values.flatMap((value) =>
    request.values.map((asked) => ({
      pointer: value.pointer,
      difference: compareValues(operator, value.value, asked) ?? OTHER_VALUE,
    })),
  );
  const [nearest] = compared.toSorted((left, right) => left.difference.distance - right.difference.distance);
  if (nearest === undefined || nearest.difference === OTHER_VALUE) return whole(otherWords(operator));
  return { ...nearest, difference: { ...nearest.difference, distance: Math.min(2, nearest.difference.distance) } };
}

function otherWords({ family, name }: Operator): string {
  switch (family) {
    case 'date':
      return 'another time';
    case 'number':
      return `another number, compared by ${name}`;
    case 'address':
      return 'an address outside of these ranges';
    case 'null':
      return 'the key is there, and must not be; or the other way round';
    case 'boolean':
      return 'the other truth value';
    case 'string':
    case 'arn':
    case 'binary':
    case 'other':
      return 'other value';
  }
}

/** What the request has under a key, in words; secrets never get into a request's context. */
export function requestWords(request: ContextValue, key: string): string {
  switch (request.status) {
    case 'missing':
      return `no ${key}`;
    case 'unknown':
      return `${key}: not known`;
    case 'known':
      return request.values.length === 1 ? `${request.values[0]}` : `[${request.values.join(', ')}]`;
  }
}
