import { arnLike } from './arn.ts';
import { binaryEquals } from './binary.ts';
import { bool } from './boolean.ts';
import { date } from './date.ts';
import { ipAddress } from './ip-address.ts';
import { numeric } from './numeric.ts';
import type { CompileValue } from './outcome.ts';
import { stringEquals, stringEqualsIgnoreCase, stringLike } from './string.ts';

/** What an operator compares. */
type ValueFamily = 'string' | 'arn' | 'number' | 'date' | 'boolean' | 'address' | 'binary';

/** … or asks for: whether the key is there. */
export type OperatorFamily = ValueFamily | 'presence';

interface Named {
  /** In AWS's spelling, without qualifier and IfExists: `StringEquals`. */
  readonly name: string;
  /** It holds where none of its values matches. */
  readonly negated: boolean;
  /** Are its values patterns? */
  readonly patterns: boolean;
}

/** A condition operator. `presence`: it asks only whether the key is there. */
export type ConditionOperator =
  | (Named & { readonly family: ValueFamily; readonly compile: CompileValue })
  | (Named & { readonly family: 'presence' });

const equal = (order: number) => order === 0;
const less = (order: number) => order < 0;
const lessOrEqual = (order: number) => order <= 0;
const greater = (order: number) => order > 0;
const greaterOrEqual = (order: number) => order >= 0;

/**
 * Every condition operator, by AWS's spelling. ForAllValues:, ForAnyValue: and IfExists go with any of them, IfExists not with Null.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export const OPERATORS: readonly ConditionOperator[] = [
  is('StringEquals', 'string', stringEquals),
  isNot('StringNotEquals', 'string', stringEquals),
  is('StringEqualsIgnoreCase', 'string', stringEqualsIgnoreCase),
  isNot('StringNotEqualsIgnoreCase', 'string', stringEqualsIgnoreCase),
  is('StringLike', 'string', stringLike, 'patterns'),
  isNot('StringNotLike', 'string', stringLike, 'patterns'),
  is('NumericEquals', 'number', numeric(equal)),
  isNot('NumericNotEquals', 'number', numeric(equal)),
  is('NumericLessThan', 'number', numeric(less)),
  is('NumericLessThanEquals', 'number', numeric(lessOrEqual)),
  is('NumericGreaterThan', 'number', numeric(greater)),
  is('NumericGreaterThanEquals', 'number', numeric(greaterOrEqual)),
  is('DateEquals', 'date', date(equal)),
  isNot('DateNotEquals', 'date', date(equal)),
  is('DateLessThan', 'date', date(less)),
  is('DateLessThanEquals', 'date', date(lessOrEqual)),
  is('DateGreaterThan', 'date', date(greater)),
  is('DateGreaterThanEquals', 'date', date(greaterOrEqual)),
  is('Bool', 'boolean', bool),
  is('BinaryEquals', 'binary', binaryEquals),
  is('IpAddress', 'address', ipAddress),
  isNot('NotIpAddress', 'address', ipAddress),
  is('ArnEquals', 'arn', arnLike, 'patterns'),
  is('ArnLike', 'arn', arnLike, 'patterns'),
  isNot('ArnNotEquals', 'arn', arnLike, 'patterns'),
  isNot('ArnNotLike', 'arn', arnLike, 'patterns'),
  { name: 'Null', family: 'presence', negated: false, patterns: false },
];

function is(name: string, family: ValueFamily, compile: CompileValue, values?: 'patterns'): ConditionOperator {
  return { name, family, negated: false, patterns: values === 'patterns', compile };
}

function isNot(name: string, family: ValueFamily, compile: CompileValue, values?: 'patterns'): ConditionOperator {
  return { ...is(name, family, compile, values), negated: true };
}
