import { unsupported } from '../../model/gap.ts';
import type { ContextValue } from '../../model/request.ts';
import { type Answer, definite, firstOf, unknown } from './answer.ts';
import { readBoolean } from './boolean.ts';
import type { CompiledCondition } from './compile-condition.ts';

/**
 * "True (the key doesn't exist — it is null) or false (the key exists and its value is not null)". Whether an empty text is null,
 * AWS's pages leave open.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null
 */
export function judgeNull(
  { texts, unread }: Extract<CompiledCondition, { kind: 'presence' }>,
  request: Exclude<ContextValue, { status: 'unknown' }>,
): Answer {
  const values = request.status === 'known' ? request.values : [];
  if (values.length > 0 && values.every((value) => value === ''))
    return unknown(unsupported('whether a condition key with an empty value is null'));
  const isNull = values.length === 0;
  const answers = texts.map((text) => {
    const wanted = readBoolean(text);
    return wanted === undefined
      ? unknown(unsupported(`how AWS reads "${text}" as true or false`))
      : definite(wanted === isNull);
  });
  return firstOf('yes', unread === null ? answers : [...answers, unknown(unread)]);
}
