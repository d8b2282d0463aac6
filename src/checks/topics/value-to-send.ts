import type { Remedy } from '../../model/remedy.ts';
import type { Judged } from './topic.ts';

/**
 * A value with which the condition lets the request through: the first literal one that an Allow asks for or a Deny leaves out.
 * Undefined where only the policy's owner can tell one (patterns, variables, times, numbers).
 */
export function valueToSend({ statement, operator, values }: Judged): string | undefined {
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
    case 'date':
    case 'address':
    case 'binary':
    case 'presence':
    case 'other':
      return undefined;
  }
}

/** What is to be sent instead, in words that name key and value; undefined where no value would do. */
export function sendValue(
  judged: Judged,
  words: (value: string, key: string) => string,
  who: Remedy['who'] = 'you',
): readonly Remedy[] | undefined {
  const value = valueToSend(judged);
  if (value === undefined) return undefined;
  const { key } = judged.condition;
  return [{ kind: 'send', context: { [key]: [value] }, summary: words(value, key), who }];
}
