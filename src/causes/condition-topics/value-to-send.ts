import { statementWords } from '../../evidence/words.ts';
import { advise } from '../../grants/advise.ts';
import { ownerOf } from '../../grants/owners.ts';
import type { Remedy } from '../../model/remedy.ts';
import { otherHoldersOf } from '../../reference/condition-keys.ts';
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
  const { key } = judged.condition;
  const holders = otherHolders(judged);
  if (holders.length > 0) return judged.statement.effect === 'Deny' ? [limitedTo(holders, judged)] : undefined;
  const value = valueToSend(judged);
  if (value === undefined) return undefined;
  return [{ kind: 'send', context: { [key]: [value] }, summary: words(value, key), who }];
}

/** The kinds of resources that the key is sent for, where this is none of them: whatever is sent does not reach this resource's decision. */
function otherHolders({ condition, denialCase: { request } }: Judged): readonly string[] {
  if (request === null || request.resource === null) return [];
  return otherHoldersOf(condition.key, request.action, request.resource).map(({ name }) => name);
}

/** Where all other resources of the call lack the key, such a Deny refuses every call. */
function limitedTo(kinds: readonly string[], { statement, layer, denialCase, condition }: Judged): Remedy {
  return advise(
    `limit ${statementWords(statement)} to resources that have ${condition.key} (${kinds.join(', ')}): whatever is sent, the request for any other resource of the call lacks it`,
    ownerOf(layer, denialCase, statement.policy),
  );
}
