import type { DecidingCondition } from './deciding-condition.ts';

/**
 * A value with which the condition lets the request through: the first one without wildcards or variables that an Allow asks for or a
 * Deny exempts. Undefined if only the owner of the policy can choose one (patterns, times).
 */
export function valueToSend({ statement, operator, values }: DecidingCondition): string | undefined {
  const literal = values.find((value) => value !== '' && !/[*?]|\$\{/.test(value));
  const allowing = statement.effect === 'Allow';
  switch (operator.family) {
    case 'string':
    case 'arn':
      return operator.negated === allowing ? undefined : literal;
    case 'boolean':
      if (literal === undefined || values.length > 1) return undefined;
      return String((literal.toLowerCase() === 'true') === allowing);
    case 'number':
      return literal === undefined || values.length > 1 ? undefined : numberWithin(operator.name, literal, allowing);
    case 'date':
    case 'address':
    case 'binary':
    case 'presence':
    case 'other':
      return undefined;
  }
}

/** The number next to the limit on the side that an Allow asks for, or that a Deny leaves free. */
function numberWithin(name: string, limit: string, allowing: boolean): string | undefined {
  if (!/^\d{1,15}$/.test(limit)) return undefined;
  const number = Number(limit);
  switch (name) {
    case 'NumericEquals':
      return allowing ? limit : undefined;
    case 'NumericNotEquals':
      return allowing ? undefined : limit;
    case 'NumericLessThanEquals':
      return String(allowing ? number : number + 1);
    case 'NumericLessThan':
      return String(allowing ? number - 1 : number);
    case 'NumericGreaterThanEquals':
      return String(allowing ? number : number - 1);
    case 'NumericGreaterThan':
      return String(allowing ? number + 1 : number);
    default:
      return undefined;
  }
}
